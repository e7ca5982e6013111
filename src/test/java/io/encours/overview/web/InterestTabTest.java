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
@DisplayName("K5: penalties on the screen")
class InterestTabTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private SignedIn manager;
    private SignedIn administrator;

    @BeforeEach
    void a_customer_who_is_late() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        administrator = new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", manager)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-12-18", "840.50")
                .bringIn()
                .administrator();
    }

    @Test
    void a_manager_waives_with_a_reason_and_takes_it_back(Browser browser) {
        browser.expectComplaints();
        browser.signIn(manager);
        var page = browser.open("/interest?company=" + company.code());
        page.locator("a.row-link").click();
        assertThat(page.locator("table.claims tbody tr").first()).containsText("F-1");
        assertThat(page.locator(".notice.warn")).containsText("provisoires");
        page.locator(".claim-lines summary").click();
        assertThat(page.locator(".claim-lines li").first()).containsText("Du 21/10/2026 au 24/11/2026, 35\u00a0jours");

        page.locator("[name=items]").check();
        page.locator(".claim-buttons button").last().click();
        assertThat(page.locator("#reason-error")).isVisible();

        page.locator("[name=items]").check();
        page.locator("#part").selectOption("INDEMNITY");
        page.locator("#reason").fill("Geste commercial");
        page.locator(".claim-buttons button").last().click();
        assertThat(page.locator(".notice.good")).hasText("40,00 abandonnés.");
        assertThat(page.locator(".claim-decisions tbody tr")).hasCount(1);

        page.locator(".reversal-form input[name=reason]").fill("Erreur");
        page.locator(".reversal-form button").click();
        assertThat(page.locator(".claim-decisions tbody tr")).hasCount(2);
        assertThat(page.locator(".reversal-form")).hasCount(0);
    }

    @Test
    void an_agent_sees_the_claims_and_decides_nothing(Browser browser) {
        var agent = fixtures.anAgent(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("MOR", "Moreau Transports", agent)
                .owes("MOR", "F-3", "2026-10-20", "100.00")
                .bringIn();
        browser.signIn(agent);
        var page = browser.open("/customers/" + company.code() + "/MOR/interest");

        assertThat(page.locator("table.claims tbody tr").first()).containsText("F-3");
        assertThat(page.locator("[name=items]")).hasCount(0);
        assertThat(page.locator("#debtor")).hasCount(0);
    }

    @Test
    void an_administrator_sets_the_terms_and_enters_a_rate(Browser browser) {
        browser.expectComplaints();
        browser.signIn(administrator);
        var page = browser.open("/administration/interest-terms?company=" + company.code());
        page.locator("#rate").selectOption("CONTRACTUAL");
        page.locator("button.btn-primary").click();
        assertThat(page.locator("#percent-error")).isVisible();
        page.locator("#percent").fill("9,5");
        page.locator("button.btn-primary").click();
        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("#percent")).hasValue("9.5");

        page = browser.open("/administration/interest-rates");
        assertThat(page.locator(".notice.warn")).containsText("Taux du semestre en cours manquant.");
        page.locator("#kind").selectOption("LEGAL_PERSONAL");
        page.locator("#semester").selectOption("2027-H1");
        page.locator("#percent").fill("6,40");
        page.locator("button.btn-primary").click();
        assertThat(page.locator("#source-error")).isVisible();
        page.locator("#source").fill("Arrêté du 17/12/2026");
        page.locator("button.btn-primary").click();
        assertThat(page.locator(".notice.good")).containsText("6,40");
    }
}
