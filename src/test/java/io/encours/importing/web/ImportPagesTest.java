package io.encours.importing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("I2: importing on the page")
class ImportPagesTest {

    @Autowired
    private Fixtures fixtures;

    @Test
    void a_file_is_followed_to_its_report_which_adds_up(Browser browser) {
        var page = browser.signIn(fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, fixtures.aCompany()));
        page.navigate("/imports");
        page.locator("#file")
                .setInputFiles(new FilePayload("factures.csv", "text/csv", """
                        customer;document;documentDate;dueDate;amount
                        DUP;F-1;2026-09-01;2026-10-01;100,00
                        DUP;F-2;2026-09-02;2026-10-02;cent
                        """.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("#chosen")).hasText("factures.csv");
        page.locator("#send").click();

        assertThat(page.locator(".report tfoot td").first()).hasText("2");
        assertThat(page.locator(".badge-soft.warn")).hasText("Terminé, 1 ligne rejetée");
        assertThat(page.locator(".report")).containsText("le compte y est");
        assertThat(page.locator("table").last()).containsText("cent");
        var rejects =
                page.waitForDownload(() -> page.locator("a[href$='/rejects']").click());
        org.assertj.core.api.Assertions.assertThat(rejects.suggestedFilename()).endsWith(".csv");
    }

    @Test
    void a_file_that_is_nothing_known_is_refused_in_words(Browser browser) {
        var page = browser.signIn(fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, fixtures.aCompany()));
        page.navigate("/imports");
        page.locator("#file")
                .setInputFiles(new FilePayload("notes.txt", "text/plain", "bonjour".getBytes(StandardCharsets.UTF_8)));
        page.locator("#send").click();

        assertThat(page.locator(".notice.bad")).containsText("Rien n’a été importé.");
    }

    @Test
    void a_collector_has_no_imports(Browser browser) {
        browser.expectComplaints();
        var page = browser.signIn(fixtures.anAgent(fixtures.aCompany()));
        assertThat(page.locator(".place[href='/imports']")).hasCount(0);

        page.navigate("/imports");
        assertThat(page.locator(".alone-status")).hasText("403");
    }
}
