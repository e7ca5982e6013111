package io.encours.company.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Companies;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("G1 companies, their settings and sites in the browser")
class CompanyPagesBrowserTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Companies companies;

    @Test
    void a_company_is_made_set_and_given_a_site(Browser browser) {
        browser.expectComplaints(); // a form that is refused answers 422
        var code = "B" + UUID.randomUUID().toString().substring(0, 8);
        var page = browser.signIn(fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.NONE));
        page.navigate("/administration/companies/new");
        page.waitForLoadState();
        page.locator("#name").fill("Exemple SA");
        page.locator("#code").fill(code);
        page.locator("#siren").fill("732 829 321");
        page.locator("form.wide-form button.btn-primary").click();
        assertThat(page.locator("#siren-error")).containsText("clé de contrôle");
        assertThat(page.locator("#name")).hasValue("Exemple SA");

        page.locator("#siren").fill("732 829 320");
        page.locator("#timeZone").selectOption("Indian/Reunion");
        page.locator("form.wide-form button.btn-primary").click();
        assertThat(page.locator("h1")).hasText("Exemple SA");
        assertThat(page.locator("#timeZone")).hasValue("Indian/Reunion");

        page.locator("#receivablePrefixes").fill("411 413");
        page.locator("#language").selectOption("en");
        page.locator("form.wide-form button.btn-primary").first().click();
        assertThat(page.locator(".notice.good")).isVisible();
        var company = companies.find(code).orElseThrow();
        assertThat(company.receivablePrefixes()).isEqualTo(List.of("411", "413"));
        assertThat(company.language()).isEqualTo("en");

        page.locator("#site-code").fill("LYON");
        page.locator("#site-name").fill("Lyon");
        page.locator("#site-siret").fill("1234");
        page.locator(".site-form button").click();
        assertThat(page.locator("#site-siret-error")).containsText("quatorze chiffres");
        page.locator("#site-siret").fill("73282932000074");
        page.locator(".site-form button").click();
        assertThat(page.locator(".sites tbody tr")).containsText("73282932000074");

        page.locator("form[action$=removal] button").click();
        assertThat(page.locator(".sites")).hasCount(0);
    }
}
