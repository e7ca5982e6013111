package io.encours.reporting.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.reporting.ReportName;
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
@DisplayName("R1–R7: the reports on the screen")
class ReportPagesBrowserTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private SignedIn manager;

    @BeforeEach
    void two_customers_one_of_them_late() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", manager)
                .customer("MOR", "Moreau Transports", manager)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-12-18", "840.50")
                .owes("MOR", "F-3", "2026-12-14", "99.90")
                .bringIn();
    }

    @Test
    void a_figure_leads_from_the_overview_to_the_report_and_on_to_its_items(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/reports?company=" + company.code());
        var card = page.locator("a.report-card[href='/reports/aged-balance']");
        assertThat(card.locator(".report-card-figure")).containsText("7\u202f140,40");

        card.click();
        assertThat(page.locator(".report-figure")).containsText("7\u202f140,40");
        assertThat(page.locator("#figures tfoot td").last()).hasText("7\u202f140,40");
        assertThat(page.locator(".age-legend li")).hasCount(5);
        page.locator("#figures tbody tr", new Page.LocatorOptions().setHasText("Dupont"))
                .locator("a.cell-link")
                .nth(1)
                .click();
        assertThat(page.locator("table.items tbody tr.entry")).hasCount(1);
        assertThat(page.locator("table.items tbody")).containsText("F-1");
    }

    @Test
    void every_report_has_its_page_and_the_customer_its_credit_file(Browser browser) {
        browser.signIn(manager);
        for (var report : ReportName.values()) {
            var page = browser.open("/reports/" + report.path() + "?company=" + company.code());
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator(".report-figure")).isVisible();
        }
        var page = browser.open("/customers/" + company.code() + "/DUP/credit");
        assertThat(page.locator(".credit-figures > div")).hasCount(4);
        assertThat(page.locator(".age-legend b").nth(2)).containsText("6\u202f200,00");
    }

    @Test
    void a_date_that_does_not_exist_is_said_beside_its_field(Browser browser) {
        browser.expectComplaints();
        browser.signIn(manager);
        var page = browser.open("/reports/aged-balance?asOf=2026-02-31&company=" + company.code());
        assertThat(page.locator("#t-asOf-error")).isVisible();
    }
}
