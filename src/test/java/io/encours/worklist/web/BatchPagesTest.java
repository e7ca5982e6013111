package io.encours.worklist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Portfolio;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("S6, S7: deciding on and printing what is ticked")
class BatchPagesTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private SignedIn manager;

    @BeforeEach
    void two_customers() {
        var company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", manager)
                .customer("MOR", "Moreau Transports", manager)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-11-18", "840.50")
                .hasCredit("DUP", "A-1", "1000.00")
                .owes("MOR", "F-3", "2026-11-14", "99.90")
                .bringIn();
    }

    @Test
    @DisplayName("S7: a ticked group is validated; what was left out is said with its reason; the toast takes it back")
    void a_group_is_validated_and_taken_back(Browser browser) {
        var page = supervisor(browser);
        group(page, "Dupont").locator(".tick-group").check();
        page.keyboard().press("v");
        var dialog = page.locator("#batch-validation");
        assertThat(dialog.locator(".batch-what")).containsText("3 lignes pointées");
        dialog.getByText("Joint", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog.locator("[name=until]")).isHidden();
        dialog.locator("[name=comment]").fill("Relevé envoyé");
        dialog.locator(".btn-primary").click();

        assertThat(page.locator(".toast-text")).hasText("2 actions validées.");
        assertThat(page.locator("#batch-report summary")).containsText("1 ligne laissée de côté");
        assertThat(page.locator("#batch-report summary")).containsText("sans action à faire");
        // The letter of F-1 is late already, that of F-2 is beyond the days in view.
        assertThat(line(page, "F-1")).containsText("Relance écrite");
        assertThat(line(page, "F-2")).hasCount(0);
        assertThat(page.locator("#selection")).isHidden();

        page.locator(".toast-card button[hx-delete]").click();
        assertThat(page.locator(".toast-text").last()).hasText("C’est annulé pour 2 pièces.");
        assertThat(line(page, "F-2")).containsText("Appel n° 1");
    }

    @Test
    @DisplayName("S7: a promise asks until when, and the items wait")
    void a_promise_holds_all_ticked_lines(Browser browser) {
        var page = supervisor(browser);
        line(page, "F-1").locator(".tick").check();
        line(page, "F-3").locator(".tick").check();
        page.locator("#selection [data-act=validation]").click();
        var dialog = page.locator("#batch-validation");
        dialog.getByText("Promet de régler").click();
        dialog.locator("[name=until]").fill("2026-11-30");
        dialog.locator(".btn-primary").click();

        assertThat(page.locator(".toast-text")).hasText("2 actions validées.");
        assertThat(line(page, "F-1")).containsText("01/12");
    }

    @Test
    @DisplayName("S7: a refusal is said in the dialog, and nothing typed is lost")
    void a_refusal_is_said_in_the_dialog(Browser browser) {
        var page = supervisor(browser.expectComplaints());
        line(page, "F-1").locator(".tick").check();
        line(page, "F-3").locator(".tick").check();
        page.locator("#selection [data-act=replacement]").click();
        var dialog = page.locator("#batch-replacement");
        dialog.locator("[name=comment]").fill("À revoir");
        dialog.locator("[name=date]").evaluate("field => { field.type = 'text'; field.value = '2150-01-01'; }");
        dialog.locator(".btn-primary").click();

        assertThat(dialog.locator(".batch-failed")).containsText("hors du calendrier");
        assertThat(dialog.locator("[name=comment]")).hasValue("À revoir");
    }

    @Test
    @DisplayName("S6: what is ticked is printed, and can be opened again")
    void ticked_lines_are_printed(Browser browser) {
        var page = supervisor(browser);
        page.keyboard().press("p");
        assertThat(page.locator(".toast-card.failed")).hasText("Pointez d’abord les lignes à imprimer.");
        page.locator("#tick-all").check();
        page.keyboard().press("p");

        var link = page.locator(".toast-card a");
        assertThat(link).hasText("Ouvrir");
        var pdf = page.request().get(page.url().replaceAll("/supervisor.*", "") + link.getAttribute("href"));
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private Page supervisor(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/supervisor");
        assertThat(page.locator("#totals")).isVisible();
        return page;
    }

    private static Locator group(Page page, String name) {
        return page.locator("tbody.group", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator line(Page page, String document) {
        return page.locator("tr.line", new Page.LocatorOptions().setHasText(document));
    }
}
