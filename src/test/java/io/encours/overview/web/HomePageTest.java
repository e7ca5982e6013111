package io.encours.overview.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.encours.company.Company;
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
@DisplayName("E1–E5 the home page")
class HomePageTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private SignedIn manager;
    private SignedIn agent;

    @BeforeEach
    void a_company_with_two_portfolios() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        agent = fixtures.anAgent(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", agent)
                .customer("MOR", "Moreau Transports", fixtures.anAgent(company))
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-12-18", "840.50")
                .owes("MOR", "F-3", "2026-11-14", "99.90")
                .bringIn();
    }

    @Test
    void every_figure_opens_the_list_it_is_made_of_and_every_chart_has_its_table(Browser browser) {
        var page = browser.signIn(manager);
        page.navigate("/");

        assertThat(tile(page, "AGED_BALANCE").locator(".big")).hasText("7\u202f140,40\u00a0€");
        assertThat(tile(page, "AGED_BALANCE").locator("tr").nth(2)).containsText("6\u202f200,00");
        assertThat(tile(page, "TURNOVER").locator(".chart svg")).isVisible();
        assertThat(tile(page, "TURNOVER").locator("tbody tr")).hasCount(12);
        assertThat(tile(page, "COLLECTIONS").locator(".big")).hasText("0,0\u00a0%");
        tile(page, "TURNOVER").locator(".chart-legend button").first().click();
        assertThat(tile(page, "TURNOVER").locator(".chart-legend button").first())
                .hasAttribute("aria-pressed", "false");
        assertThat(tile(page, "MY_DAY")).hasCount(0);

        tile(page, "AGED_BALANCE").locator("tbody a").nth(2).click();
        assertThat(page).hasURL(Pattern.compile("dueTo=2026-10-24&dueFrom=2026-09-25"));
        assertThat(page.locator("tr.entry")).hasCount(1);
    }

    @Test
    void a_collector_sees_figures_of_their_own_customers(Browser browser) {
        var page = browser.signIn(agent);
        page.navigate("/");

        assertThat(tile(page, "MY_DAY").locator(".big")).containsText("action");
        assertThat(tile(page, "AGED_BALANCE").locator(".big")).hasText("7\u202f040,50\u00a0€");
    }

    @Test
    void each_person_arranges_their_page_by_keyboard_too_and_finds_it_again(Browser browser) {
        var page = browser.signIn(manager);
        page.navigate("/");
        page.locator("[data-arrange]").press("Enter");
        tile(page, "COLLECTIONS").locator("[data-move='1']").press("Enter");
        tile(page, "TURNOVER").locator("[data-widen='1']").press("Enter");
        tile(page, "PAYMENT_DAYS").locator("[data-remove]").press("Enter");
        page.locator("[data-add]").selectOption("DISPUTES");
        assertThat(tile(page, "DISPUTES")).containsText("Aucune contestation ouverte");

        tile(page, "DISPUTES").locator("[data-move='-1']").press("Enter");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.reload();
        assertThat(page.locator(".tile").first()).hasAttribute("data-widget", "TURNOVER");
        assertThat(page.locator(".tile").first()).hasAttribute("data-width", "12");
        assertThat(tile(page, "PAYMENT_DAYS")).hasCount(0);
        assertThat(page.locator(".tile").nth(7)).hasAttribute("data-widget", "DISPUTES");

        page.locator("[data-arrange]").click();
        page.locator("[data-usual]").click();
        assertThat(page.locator(".tile").first()).hasAttribute("data-widget", "COLLECTIONS");
    }

    private static Locator tile(Page page, String widget) {
        return page.locator(".tile[data-widget='" + widget + "']");
    }
}
