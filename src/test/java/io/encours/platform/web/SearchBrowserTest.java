package io.encours.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
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
@DisplayName("Q5, S2: the search box of the top bar")
class SearchBrowserTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private SignedIn manager;
    private SignedIn agent;
    private SignedIn sales;

    @BeforeEach
    void two_customers_of_two_agents() {
        var company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        agent = fixtures.anAgent(company);
        sales = fixtures.aUser(Role.SALES, CollectionsRole.NONE, company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", agent)
                .customer("MOR", "Moreau Bâtisseurs", fixtures.anAgent(company))
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-11-18", "840.50")
                .owes("MOR", "F-3", "2026-11-14", "99.90")
                .bringIn();
    }

    @Test
    void the_slash_goes_to_the_box_arrows_choose_and_enter_opens(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/customers");
        page.keyboard().press("/");
        assertThat(page.locator("#search")).isFocused();
        page.keyboard().type("bat");
        var options = page.locator("#suggestions [role=option]");
        assertThat(options).hasCount(3);
        assertThat(page.locator("#suggestions mark").first()).hasText("Bât");
        assertThat(page.locator("#search")).hasAttribute("aria-expanded", "true");

        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Moreau Bâtisseurs");
    }

    @Test
    void escape_closes_the_list_and_then_leaves_the_box(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/supervisor");
        page.keyboard().press("/");
        page.keyboard().type("dupont");
        assertThat(page.locator("#suggestions")).isVisible();

        page.keyboard().press("Escape");
        assertThat(page.locator("#suggestions")).isHidden();
        assertThat(page.locator("#search")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#search")).not().isFocused();
        assertThat(page.locator("h1")).hasText("Superviseur");
    }

    @Test
    void enter_without_a_choice_shows_the_page_of_results(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/");
        page.locator("#search").fill("F-");
        page.locator("#search").press("Enter");

        assertThat(page).hasURL(Pattern.compile("/search\\?q=F-"));
        assertThat(page.locator(".found-group h2")).hasText("Documents");
        assertThat(page.locator("[data-found] a")).hasCount(3);
        page.locator("h1").click();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("tr.entry.current")).containsText("F-1");
        assertThat(page).hasURL(Pattern.compile("/customers/T\\d+/DUP\\?item="));
        assertThat(page.locator("#events h2")).hasText("Échanges sur la pièce F-1");
    }

    @Test
    void an_amount_is_found_as_the_french_write_it(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/search?q=6 200,00");

        assertThat(page.locator(".found-group h2")).hasText("Montants");
        assertThat(page.locator("[data-found] mark")).hasText("6\u202f200,00\u00a0€");
    }

    @Test
    void nothing_found_is_said_in_a_sentence(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/search?q=" + "zz".repeat(200));
        assertThat(page.locator(".empty h2")).containsText("Aucun client, document ni montant");
        page.navigate("/search?q=%25");
        assertThat(page.locator(".empty h2")).hasText("Que cherchez-vous\u202f?");
        page.navigate("/search");
        assertThat(page.locator(".empty h2")).hasText("Que cherchez-vous\u202f?");
    }

    @Test
    @DisplayName("S2: an agent finds the own customers only; who sees none has no box")
    void each_finds_the_own(Browser browser) {
        browser.signIn(agent);
        var page = browser.open("/search?q=bat");
        assertThat(page.locator("[data-found] a")).hasCount(1);
        page.context().clearCookies();

        browser.signIn(sales);
        browser.open("/search?q=bat");
        assertThat(page.locator("#search")).hasCount(0);
        assertThat(page.locator(".empty h2")).containsText("Votre rôle n’ouvre aucun client");
    }

    @Test
    void it_fits_a_phone(Browser browser) {
        browser.onAPhone();
        browser.signIn(manager);
        var page = browser.open("/customers");
        page.locator("#search").click();
        page.keyboard().type("bat");
        assertThat(page.locator("#suggestions [role=option]")).hasCount(3);

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
