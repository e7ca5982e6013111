package io.encours.overview.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Portfolio;
import io.encours.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("C1, C3, C4: a customer")
class AccountPagesTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Timeline timeline;

    private Company company;
    private SignedIn manager;

    @BeforeEach
    void a_customer_with_three_items() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", manager)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-12-18", "840.50")
                .hasCredit("DUP", "A-1", "1000.00")
                .bringIn();
        timeline.note(manager, fixtures.everythingOf(company), company.code(), "DUP", "Appelé, rappellera", List.of());
    }

    @Test
    @DisplayName("C1: position in the header, ring by number of items, items with next action or reason")
    void the_receivables_view_has_its_three_parts(Browser browser) {
        var page = account(browser, "");

        assertThat(page.locator(".figure.main dd")).hasText("6\u202f040,50\u00a0€");
        assertThat(page.locator(".ring title")).hasText("Part des pièces ouvertes par nombre, sur 3");
        assertThat(page.locator(".ring-legend")).hasText(new String[] {"Échues 1", "Non échues 1", "Autres crédits 1"});
        assertThat(entry(page, "F-1").locator(".i-action")).containsText("Appel n° 1 — 30/10");
        assertThat(entry(page, "A-1").locator(".i-action")).containsText("Montant au crédit du client");
        assertThat(page.locator(".event-row")).containsText("Appelé, rappellera");
    }

    @Test
    @DisplayName(
            "C1: the foot shows the events of the selected item; Enter opens the detail, which is a page to share too")
    void an_item_chosen_shows_its_events(Browser browser) {
        var page = account(browser, "");
        entry(page, "F-1").click();
        assertThat(page.locator("#events h2")).hasText("Échanges sur la pièce F-1");
        assertThat(page.locator(".event-row")).hasCount(0);

        page.locator("[data-select-none]").click();
        page.locator(".event-row").press("Enter");
        assertThat(page.locator("#event[open] .event-text")).hasText("Appelé, rappellera");
        page.locator("#event").getByText("Ouvrir sur une page à part").click();
        page.waitForURL("**/customers/" + company.code() + "/DUP/events/*");
        assertThat(page.locator(".event-page .event-text")).hasText("Appelé, rappellera");
        assertThat(page.locator("h1")).containsText("Dupont Bâtiment");
    }

    @Test
    @DisplayName("C3: every line with the running balance, as of any date")
    void the_ledger_query_has_a_running_balance(Browser browser) {
        var page = account(browser, "/ledger");
        assertThat(page.locator("table.ledger tbody tr").last().locator("td").last())
                .hasText("6\u202f040,50");

        page.locator("#asOf").fill("2026-01-31");
        assertThat(page.locator("table.ledger")).hasCount(0);
    }

    @Test
    @DisplayName("S2: another agent's customer does not exist")
    void another_agents_customer_does_not_exist(Browser browser) {
        browser.expectComplaints();
        browser.signIn(fixtures.anAgent(company));
        var page = browser.open("/customers/" + company.code() + "/DUP");

        assertThat(page.locator(".alone-status")).hasText("404");
    }

    @Test
    void a_customer_is_found_without_accents_and_opened_by_the_keyboard(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/customers");
        page.locator(".page-acts [name=q]").fill("batiment");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("q=batiment"));
        page.waitForLoadState();
        assertThat(page.locator("tr.entry")).hasCount(1);

        page.locator("h1").click();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel h2")).hasText("Dupont Bâtiment");
        assertThat(page.locator("#panel .panel-items li")).hasCount(3);
        assertThat(page.locator("#panel .event-text")).hasText("Appelé, rappellera");
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel")).isHidden();

        page.keyboard().press("Enter");
        assertThat(page.locator("#panel h2")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Dupont Bâtiment");
    }

    private Page account(Browser browser, String tab) {
        browser.signIn(manager);
        return browser.open("/customers/" + company.code() + "/DUP" + tab);
    }

    private static com.microsoft.playwright.Locator entry(Page page, String document) {
        return page.locator("tr.entry", new Page.LocatorOptions().setHasText(document));
    }
}
