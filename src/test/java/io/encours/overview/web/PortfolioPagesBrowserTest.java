package io.encours.overview.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Portfolio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("S2 a manager hands over customers and plans an absence in the browser")
class PortfolioPagesBrowserTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private SignedIn nadia;
    private SignedIn thomas;
    private SignedIn manager;

    @BeforeEach
    void twoCustomersOfNadia() {
        company = fixtures.aCompany();
        nadia = fixtures.anAgent(company);
        thomas = fixtures.anAgent(company);
        manager = fixtures.aManager(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Alpha SA", nadia)
                .owes("C1", "F1", "2026-11-02", "100.00")
                .customer("C2", "Bravo SA", nadia)
                .owes("C2", "F2", "2026-11-10", "200.00")
                .bringIn();
    }

    @Test
    void ticked_customers_go_to_the_other_agent_after_a_preview(Browser browser) {
        var page = browser.signIn(manager);
        page.locator(".sidebar a[href='/administration']").click();
        page.waitForLoadState();
        assertThat(page.locator("h1")).hasText("Portefeuilles");
        page.locator(".portfolios a.row-link").click();
        page.waitForLoadState();

        assertThat(page.locator("#preview")).containsText("2 clients changent d’agent");
        page.locator("input[name=customers][value=C1]").check();
        page.locator("#to").selectOption(thomas.login());
        assertThat(page.locator("#preview")).containsText("1 clients changent d’agent");
        page.locator(".hand-over button").click();

        assertThat(page.locator(".notice.good")).containsText("Clients réaffectés à " + thomas.displayName());
        assertThat(page.locator(".portfolios tbody tr")).hasCount(2);
    }

    @Test
    void an_absence_is_planned_shown_and_ended(Browser browser) {
        browser.expectComplaints(); // a form that is refused answers 422
        var page = browser.signIn(manager);
        page.navigate("/administration/absences");
        page.waitForLoadState();
        page.locator("#agent").selectOption(nadia.login());
        page.locator("#cover").selectOption(nadia.login());
        page.locator("#from").fill("2026-11-24");
        page.locator("#to").fill("2026-11-30");
        page.locator(".absence-form button").click();
        assertThat(page.locator("#cover-error")).containsText("elle-même");

        page.locator("#cover").selectOption(thomas.login());
        page.locator(".absence-form button").click();
        assertThat(page.locator(".absences tbody tr")).containsText("en ce moment");

        page.navigate("/administration/portfolios");
        assertThat(page.locator(".portfolios tbody tr").first()).containsText(thomas.displayName() + " remplace");
        page.navigate("/administration/absences");
        page.locator("form[action$=cancellation] button").click();
        assertThat(page.locator(".empty h2")).hasText("Aucune absence prévue");
    }
}
