package io.encours.importing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("I1, I2: importing on the page")
class ImportPagesTest {

    private static final String ITEMS = """
            customer;document;documentDate;dueDate;amount
            DUP;F-1;2026-09-01;2026-10-01;100,00
            DUP;F-2;2026-09-02;2026-10-02;cent
            """;

    @Autowired
    private Fixtures fixtures;

    @Test
    void a_file_is_looked_at_then_followed_to_its_report_which_adds_up(Browser browser) {
        var page = importsOf(browser);
        page.locator("#file").setInputFiles(file("factures.csv", ITEMS));

        assertThat(page.locator("h1")).hasText("factures.csv");
        assertThat(page.locator(".preview tbody tr")).hasCount(2);
        assertThat(page.locator(".preview td.wrong")).containsText("Ce n’est pas un montant.");
        assertThat(page.locator("#check .report tbody tr").first()).containsText("1");
        page.locator("#go").click();

        assertThat(page.locator(".report tfoot td").first()).hasText("2");
        assertThat(page.locator(".badge-soft.warn")).hasText("Terminé, 1 ligne rejetée");
        assertThat(page.locator(".report")).containsText("le compte y est");
        assertThat(page.locator("table").last()).containsText("cent");
        var rejects =
                page.waitForDownload(() -> page.locator("a[href$='/rejects']").click());
        org.assertj.core.api.Assertions.assertThat(rejects.suggestedFilename()).endsWith(".csv");
    }

    @Test
    void columns_of_other_names_are_said_once_and_recognised_the_next_time(Browser browser) {
        var page = importsOf(browser);
        var balance = """
                Compte tiers;Référence interne;Émise;À payer;Dû
                DUP;F-1;12/10/2026;11/11/2026;1 200,00
                DUP;F-2;13/10/2026;12/11/2026;99,90
                """;
        page.locator("#file").setInputFiles(file("balance_2026-11-20.csv", balance));
        page.waitForURL("**/imports/drafts/*");

        assertThat(page.locator("#mapping")).hasAttribute("open", "");
        assertThat(page.locator("#go")).isDisabled();
        assertThat(page.locator("[id='column.customer']")).hasValue("Compte tiers");
        page.locator("[id='column.document']").selectOption("Référence interne");
        assertThat(page.locator("[id='column.document']")).hasValue("Référence interne");
        assertThat(page.locator("[id='column.documentDate']")).hasValue("Émise");
        assertThat(page.locator("[id='column.amount']")).hasValue("Dû");
        assertThat(page.locator(".preview tbody tr").first()).containsText("12/10/2026");
        assertThat(page.locator(".preview tbody tr").first().locator("td.num").last())
                .hasText(amount("1 200,00"));
        page.locator("#keep").check();
        assertThat(page.locator("#keep")).isChecked();
        assertThat(page.locator("#check[data-checked]")).isVisible();

        page.navigate("/imports");
        page.locator(".draft-row .row-link").click();
        page.waitForURL("**/imports/drafts/*");
        assertThat(page.locator("[id='column.amount']")).hasValue("Dû");
        assertThat(page.locator("#check[data-checked]")).isVisible();
        page.locator("#go").click();
        assertThat(page.locator(".badge-soft.good").first()).containsText("Terminé");

        page.navigate("/imports");
        assertThat(page.locator(".mappings")).containsText("balance_2026-11-20");
        page.locator("#file").setInputFiles(file("suivante.csv", balance.replace("F-2", "F-3")));
        assertThat(page.locator("#mapping summary")).containsText("balance_2026-11-20");
        assertThat(page.locator("#go")).isEnabled();
    }

    @Test
    void several_files_are_dropped_and_imported_in_an_order_that_works(Browser browser) {
        var page = importsOf(browser);
        drop(
                page,
                "reglements.csv",
                "customer;date;amount;document\nDUP;2026-10-05;100,00;F-1\n",
                "factures.csv",
                ITEMS,
                "clients.csv",
                "code;name\nDUP;DUPONT SA\n");

        assertThat(page.locator(".draft-row[data-ready='true']")).hasCount(3);
        assertThat(page.locator("#start-all")).hasText("Importer les 3 fichiers prêts");
        page.locator("#start-all").click();

        assertThat(page.locator(".import-list tbody tr")).hasCount(3);
        assertThat(page.locator(".import-list .badge-soft")).hasCount(3);
        assertThat(page.locator(".import-list .row-link"))
                .hasText(new String[] {"reglements.csv", "factures.csv", "clients.csv"});
        page.locator("#f-state").selectOption("REJECTED");
        assertThat(page.locator(".import-list tbody tr")).hasCount(1);
        assertThat(page.locator(".import-list a[href$='/rejects']")).isVisible();
    }

    @Test
    void a_whole_list_is_imported_only_after_its_figures_were_confirmed(Browser browser) {
        var page = importsOf(browser);
        page.locator("#file").setInputFiles(file("factures.csv", ITEMS.replace("cent", "60,00")));
        page.locator("#check[data-checked]").waitFor();
        page.locator("#go").click();
        assertThat(page.locator(".badge-soft.good").first()).hasText("Terminé");

        page.navigate("/imports");
        page.locator("#file")
                .setInputFiles(file(
                        "liste_2026-11-20.csv",
                        ITEMS.lines().limit(2).collect(java.util.stream.Collectors.joining("\n")) + "\n"));
        page.waitForURL("**/imports/drafts/*");
        page.locator("#mode").selectOption("full");
        assertThat(page.locator("#asOf")).hasValue("2026-11-20");
        assertThat(page.locator("#check .notice.warn")).containsText("Un élément ouvert n’est pas dans la liste");
        var draft = page.url();
        page.navigate("/imports");
        assertThat(page.locator(".draft-row")).containsText("Liste complète à confirmer");
        assertThat(page.locator("#start-all")).isHidden();

        page.navigate(draft);
        page.locator("#check[data-checked]").waitFor();
        page.locator("#go").click();
        assertThat(page).hasURL(draft);
        page.locator("#confirm").check();
        page.locator("#go").click();
        assertThat(page.locator(".notice").first()).containsText("a été soldé au 20/11/2026");
    }

    @Test
    void a_file_that_is_nothing_known_is_refused_in_words(Browser browser) {
        var page = importsOf(browser);
        page.locator("#file").setInputFiles(file("notes.txt", "bonjour"));

        assertThat(page.locator(".notice.bad")).containsText("n’est pas reconnu");
        assertThat(page.locator("#go")).isDisabled();
        // A page that still waits for a dry run that is not there any more is told nothing, not an error.
        org.assertj.core.api.Assertions.assertThat(
                        page.request().get(page.url() + "/check").status())
                .isEqualTo(204);
    }

    @Test
    void a_collector_has_no_imports(Browser browser) {
        browser.expectComplaints();
        var page = browser.signIn(fixtures.anAgent(fixtures.aCompany()));
        assertThat(page.locator(".place[href='/imports']")).hasCount(0);

        page.navigate("/imports");
        assertThat(page.locator(".alone-status")).hasText("403");
    }

    private Page importsOf(Browser browser) {
        var page = browser.signIn(fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, fixtures.aCompany()));
        page.navigate("/imports");
        return page;
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    /// Whatever blanks are between thousands.
    private static Pattern amount(String text) {
        return Pattern.compile(text.replace(" ", "\\s"));
    }

    /// @param files name, content, name, content …
    private static void drop(Page page, String... files) {
        page.locator("#drop").evaluate("""
                (zone, files) => {
                  const transfer = new DataTransfer();
                  for (let i = 0; i < files.length; i += 2) {
                    transfer.items.add(new File([files[i + 1]], files[i], { type: 'text/csv' }));
                  }
                  zone.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
                }
                """, java.util.List.of(files));
    }
}
