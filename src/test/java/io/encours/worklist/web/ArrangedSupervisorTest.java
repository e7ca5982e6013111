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
@DisplayName("S1, S5, Q5: views, columns, keys and the panel of the supervisor")
class ArrangedSupervisorTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private SignedIn manager;

    @BeforeEach
    void one_customer_with_three_items() {
        var company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", fixtures.anAgent(company))
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-11-18", "840.50")
                .owes("DUP", "F-3", "2026-11-14", "99.90")
                .bringIn();
    }

    @Test
    void a_view_is_saved_opened_renamed_and_deleted(Browser browser) {
        var page = open(browser, "/supervisor?amountFrom=500");
        page.locator("summary.views-button").click();
        page.locator("#view-name").fill("Gros montants");
        page.locator(".view-line button").click();
        assertThat(page.locator("summary.views-button")).containsText("Gros montants");
        assertThat(page.locator(".toast-card")).containsText("enregistrée");

        page.navigate("/supervisor");
        page.locator("summary.views-button").click();
        page.locator(".views-sheet a", new Page.LocatorOptions().setHasText("Gros montants"))
                .click();
        assertThat(page.locator("tr.line")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile("amountFrom=500&view=\\d+"));

        page.locator("summary.views-button").click();
        page.locator(".views-sheet .filter-more summary").click();
        page.locator(".filter-more .view-form [name=name]").fill("Plus de 500");
        page.locator(".filter-more .view-form button").click();
        assertThat(page.locator("summary.views-button")).containsText("Plus de 500");

        page.locator("summary.views-button").click();
        page.locator(".menu-item.danger").click();
        assertThat(page.locator(".toast-card")).containsText("supprimée");
        assertThat(page.locator("summary.views-button")).hasCount(0);
    }

    @Test
    void a_filter_that_is_no_longer_possible_is_told_and_the_page_opens(Browser browser) {
        var page = open(browser, "/supervisor?type=PIGEON&amountFrom=beaucoup&agent=parti&dueTo=hier&amountTo=900");

        assertThat(page.locator(".notice.warn")).containsText("PIGEON");
        assertThat(page.locator(".notice.warn")).containsText("parti");
        assertThat(page.locator("tr.line")).hasCount(2);
    }

    @Test
    void columns_are_chosen_and_stay(Browser browser) {
        var page = open(browser, "/supervisor");
        page.locator(".column-chooser summary").click();
        page.locator(".column-sheet [value=late]").uncheck();
        page.locator(".column-sheet [value=stage]").check();
        page.locator(".column-sheet .btn-primary").click();

        assertThat(page.locator("th.c-late")).isHidden();
        assertThat(page.locator("th.c-stage")).isVisible();
        assertThat(page.locator("tr.line").first().locator(".c-stage")).hasText("Amiable");
        page.navigate("/supervisor?presentation=ACTION");
        assertThat(page.locator("th.c-late")).isHidden();

        page.locator(".column-chooser summary").click();
        page.locator(".column-sheet .link-button").click();
        assertThat(page.locator("th.c-late")).isVisible();
    }

    @Test
    void the_address_opens_the_same_panel_and_back_closes_it(Browser browser) {
        var page = open(browser, "/supervisor");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel h2")).hasText("F-1");
        var address = page.url();

        page.goBack();
        assertThat(page.locator("#panel")).isHidden();
        page.goForward();
        assertThat(page.locator("#panel h2")).hasText("F-1");
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel")).isHidden();
        assertThat(page).not().hasURL(Pattern.compile("line="));

        page.navigate(address);
        assertThat(page.locator("#panel h2")).hasText("F-1");
        assertThat(page.locator("tr.line")).hasCount(3);
        page.locator("[data-panel-close]").click();
        assertThat(page.locator("#panel")).isHidden();
    }

    @Test
    void a_range_is_ticked_with_shift(Browser browser) {
        var page = open(browser, "/supervisor");
        var ticks = page.locator("tr.line .tick");
        ticks.nth(0).click();
        ticks.nth(2)
                .click(new com.microsoft.playwright.Locator.ClickOptions()
                        .setModifiers(java.util.List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));

        assertThat(page.locator("tr.line.ticked")).hasCount(3);
    }

    @Test
    void keys_do_nothing_while_one_writes(Browser browser) {
        var page = open(browser, "/supervisor");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.locator("#act-comment").fill("");
        page.locator("#act-comment").pressSequentially("v m i x ? / g s j k");

        assertThat(page.locator("#act-comment")).hasValue("v m i x ? / g s j k");
        assertThat(page.locator("tr.line.done")).hasCount(0);
        assertThat(page.locator("#keys")).isHidden();
        page.locator("#search").pressSequentially("x v ? i");
        assertThat(page.locator("tr.line.done")).hasCount(0);
        assertThat(page.locator("tr.line.ticked")).hasCount(0);
    }

    @Test
    void keys_go_to_places_and_show_themselves(Browser browser) {
        var page = open(browser, "/supervisor");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("tr.line.ticked")).hasCount(1);
        page.keyboard().press("g");
        page.keyboard().press("c");
        assertThat(page).hasURL(Pattern.compile("/customers$"));
        page.waitForLoadState();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel h2")).hasText("Dupont Bâtiment");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Dupont Bâtiment");
    }

    private Page open(Browser browser, String path) {
        browser.signIn(manager);
        var page = browser.open(path);
        assertThat(page.locator("#totals")).isVisible();
        return page;
    }
}
