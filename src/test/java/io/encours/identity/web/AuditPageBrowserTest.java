package io.encours.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.encours.company.Companies;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Q3 audit trail page")
class AuditPageBrowserTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Companies companies;

    @Test
    void a_change_is_read_with_before_and_after_and_the_chain_is_verified(Browser browser) {
        var company = fixtures.aCompany();
        var administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.NONE);
        companies.change(administrator, new Companies.Details(company.code(), "Après", null, null, null, null, null));
        var page = browser.signIn(administrator);
        page.locator(".sidebar a[href='/administration']").click();
        page.locator("#content .tabs a[href='/administration/audit']").click();
        page.waitForLoadState();

        page.locator("#kind").selectOption("COMPANY");
        assertThat(page).hasURL(Pattern.compile("kind=COMPANY"));
        page.locator(".audit a.row-link", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Après"))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile("subject=" + company.code()));
        var change = page.locator(".audit tbody tr").first();
        assertThat(change.locator("del")).hasText(company.name());
        assertThat(change.locator("ins")).hasText("Après");

        page.locator("button[hx-get$=verification]").click();
        assertThat(page.locator("#verification")).containsText("Chaîne intacte");
    }
}
