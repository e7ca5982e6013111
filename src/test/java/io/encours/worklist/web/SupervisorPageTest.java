package io.encours.worklist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Portfolio;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("S1–S5, S8: the supervisor page")
class SupervisorPageTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private SignedIn manager;
    private SignedIn agent;

    @BeforeEach
    void two_customers_of_two_agents() {
        var company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        agent = fixtures.anAgent(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", agent)
                .customer("MOR", "Moreau Transports", fixtures.anAgent(company))
                .owes("DUP", "F-1", "2026-10-20", "6200.00") // the call was due on 30 October
                .owes("DUP", "F-2", "2026-11-18", "840.50") // is due on 30 November, after a weekend
                .hasCredit("DUP", "A-1", "1000.00")
                .owes("MOR", "F-3", "2026-11-14", "99.90") // the call is due today
                .bringIn();
    }

    @Test
    @DisplayName("S1: count, sum net of credits and what is late are said under the title")
    void the_state_is_said_under_the_title(Browser browser) {
        var page = supervisor(browser, manager);

        assertThat(page.locator("#state")).hasText("3 actions·6\u202f140,40\u00a0€·1 en retard");
        assertThat(page.locator("#l-" + id(page, "F-1")).locator(".late-mark")).hasText("en retard de 25\u00a0j");
    }

    @Test
    @DisplayName("S3: two buttons go round six presentations; the label names the one in force, the tool-tip the next")
    void two_buttons_go_round_six_presentations(Browser browser) {
        var page = supervisor(browser, manager);
        var byCustomer = page.locator("[data-cycle=c]");
        var byAction = page.locator("[data-cycle=a]");

        shows(page, byCustomer, "Par client", "Action par client", "Client");
        byCustomer.click();
        shows(page, byCustomer, "Action par client", "Date d’échéance par client", "Action › Client");
        byCustomer.click();
        shows(page, byCustomer, "Date d’échéance par client", "Par client", "Client › Échéance");
        byCustomer.click();
        shows(page, byCustomer, "Par client", "Action par client", "Client");
        byAction.click();
        shows(page, byAction, "Par action", "Client par action", "Action");
        assertThat(page.locator("#totals")).isVisible();
        page.keyboard().press("a");
        shows(page, byAction, "Client par action", "Date d’échéance par action", "Client › Action");
        byAction.click();
        shows(page, byAction, "Date d’échéance par action", "Par action", "Action › Échéance");
    }

    @Test
    @DisplayName("S4: red, blue, black, each also said in words")
    void amounts_have_a_colour_and_say_it(Browser browser) {
        var page = supervisor(browser, manager);

        assertThat(page.locator("#l-" + id(page, "A-1") + " .amount")).hasClass(Pattern.compile("red"));
        assertThat(page.locator("#l-" + id(page, "A-1") + " .amount .visually-hidden"))
                .hasText("Avoir ou acompte");
        assertThat(page.locator("#l-" + id(page, "F-1") + " .amount .visually-hidden"))
                .hasText("Échu");
        page.navigate("/items");
        assertThat(page.locator("tr.entry", new Page.LocatorOptions().setHasText("F-1"))
                        .locator(".amount"))
                .hasClass(Pattern.compile("black"));
    }

    @Test
    @DisplayName("S5: ticking a line, a group, all that match; a bar says how many and how much")
    void ticked_lines_are_counted_and_summed(Browser browser) {
        var page = supervisor(browser, manager);
        var text = page.locator(".selection-text");

        page.locator("#l-" + id(page, "F-1") + " .tick").check();
        assertThat(text).hasText("1 ligne pointée · 6\u202f200,00\u00a0€");
        assertThat(page.locator(".selection-acts")).isVisible();

        group(page, "Dupont").locator(".tick-group").check();
        assertThat(text).hasText("3 lignes pointées · 6\u202f040,50\u00a0€");
        assertThat(page.locator(".selection-acts")).isVisible();

        page.locator("#l-" + id(page, "A-1") + " .tick").uncheck();
        assertThat(text).hasText("2 lignes pointées · 7\u202f040,50\u00a0€");

        page.locator("[data-tick-none]").click();
        assertThat(page.locator("#selection")).isHidden();
    }

    @Test
    @DisplayName("A5: validated by a key, taken back from the toast")
    void a_line_is_validated_by_a_key_and_taken_back(Browser browser) {
        var page = supervisor(browser, manager);
        var line = page.locator("#l-" + id(page, "F-2"));
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("v");

        assertThat(page.locator("tr.line.done")).hasCount(1);
        assertThat(line.locator(".c-action")).containsText("Relance écrite");
        assertThat(page.locator("#state")).containsText("2 actions");

        page.locator(".toast-card button", new Page.LocatorOptions().setHasText("Annuler"))
                .click();
        assertThat(page.locator("tr.line.done")).hasCount(0);
        assertThat(line.locator(".c-action")).containsText("Appel n° 1");
        assertThat(page.locator("#state")).containsText("3 actions");
    }

    @Test
    @DisplayName("S7: the panel of a call asks for its outcome, then opens the next line")
    void the_panel_takes_the_outcome_of_a_call_and_goes_on(Browser browser) {
        var page = supervisor(browser, manager);
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        var panel = page.locator("#panel");
        assertThat(panel.locator("h2")).hasText("F-1");
        assertThat(panel).containsText("dépassée de 35 jours");

        panel.getByText("Promet de régler").click();
        panel.locator("#act-comment").fill("Virement vendredi");
        panel.getByText("Valider et passer à la suite").click();

        assertThat(panel.locator("h2")).hasText("F-2");
        page.locator("#l-" + id(page, "F-1") + " .open-line").click();
        assertThat(panel.locator(".events")).containsText("Virement vendredi");
        assertThat(panel.locator(".events")).containsText("Promet de régler");
    }

    @Test
    @DisplayName("A5: another action takes the place of the planned one")
    void a_line_is_given_another_action(Browser browser) {
        var page = supervisor(browser, manager);
        page.keyboard().press("j");
        page.keyboard().press("m");
        page.locator("#other").selectOption("type:SMS");
        page.locator("#date").fill("2026-11-26");
        page.locator("#modify form button").click();

        assertThat(page.locator("#l-" + id(page, "F-1") + " .c-action")).containsText("SMS — 26/11");
    }

    @Test
    @DisplayName("S1: filters are held in the address, amounts as the French write them")
    void filters_are_held_in_the_address(Browser browser) {
        var page = supervisor(browser, manager);
        page.locator("summary.chip.add").click();
        page.locator(".filter-more summary", new Page.LocatorOptions().setHasText("Montant"))
                .click();
        page.locator("#f-amountFrom").fill("1 000,00");
        page.locator(".filter-more[open] button").click();

        assertThat(page).hasURL(Pattern.compile("amountFrom=1"));
        assertThat(page.locator("summary.chip.on", new Page.LocatorOptions().setHasText("Montant")))
                .hasText("Montant\u00a0: ≥ 1\u202f000,00");
        assertThat(page.locator("tr.line")).hasCount(1);
    }

    @Test
    @DisplayName("S2: an agent sees the own items only, and cannot ask for another's")
    void an_agent_sees_the_own_items_only(Browser browser) {
        var page = supervisor(browser, agent);
        assertThat(page.locator("tr.line")).hasCount(3);
        assertThat(page.locator(".chip.fixed")).hasText("Agent\u00a0: moi");

        page.navigate("/supervisor?agent=" + manager.login());
        assertThat(page.locator(".group-title")).hasText(new String[] {"Dupont Bâtiment"});
    }

    @Test
    @DisplayName("S8: from a line to the customer's account, ledger, master data and events")
    void a_line_leads_to_the_customer(Browser browser) {
        var page = supervisor(browser, manager);
        page.keyboard().press("j");
        page.locator("#inquiry summary").click();
        page.locator("#inquiry [data-inquiry='/ledger']").click();

        assertThat(page.locator("h1")).hasText("Dupont Bâtiment");
        assertThat(page.locator("table.ledger tbody tr")).hasCount(3);
    }

    @Test
    @DisplayName("Q5: on a phone nothing is wider than the screen")
    void it_fits_a_phone(Browser browser) {
        browser.onAPhone().inTheDark();
        var page = supervisor(browser, manager);
        browser.picture("supervisor-phone-dark");

        org.assertj.core.api.Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    private static Page supervisor(Browser browser, SignedIn user) {
        browser.signIn(user);
        var page = browser.open("/supervisor");
        assertThat(page.locator("#totals")).isVisible();
        return page;
    }

    private static void shows(
            Page page, com.microsoft.playwright.Locator button, String label, String next, String nesting) {
        assertThat(button).hasText(label);
        assertThat(button).hasAttribute("title", "Suivant\u00a0: " + next);
        assertThat(button).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".nesting-now")).hasText(nesting);
    }

    private static String id(Page page, String document) {
        return page.locator("tr.line", new Page.LocatorOptions().setHasText(document))
                .first()
                .getAttribute("id")
                .substring(2);
    }

    private static com.microsoft.playwright.Locator group(Page page, String name) {
        return page.locator("tbody.group", new Page.LocatorOptions().setHasText(name));
    }
}
