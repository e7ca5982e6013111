package io.encours.correspondence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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
@DisplayName("A1: the editor of templates")
class TemplateEditorBrowserTest {

    private static final String REMINDER = "RELANCE-1-EMAIL";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Templates templates;

    private Company company;
    private SignedIn agent;
    private SignedIn manager;

    @BeforeEach
    void aCompanyWithTwoCustomers() {
        company = fixtures.aCompany();
        agent = fixtures.anAgent(company);
        manager = fixtures.aManager(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", agent)
                .customer("C2", "Moreau Transports", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-10-02", "100.00")
                .owes("C1", "F-2", "2026-10-20", "250.00")
                .owes("C2", "F-3", "2026-10-21", "99.90")
                .bringIn();
    }

    @Test
    void the_preview_of_a_real_customer_follows_what_is_written(Browser browser) {
        var page = opened(browser, REMINDER);
        assertThat(page.locator("#preview .sheet")).containsText("350,00");

        page.locator("#body").fill("<p>Bonjour {{customer.name}}</p>");
        assertThat(page.locator("#preview .sheet-body")).hasText("Bonjour Durand SARL");

        page.locator("#customer-search").fill("moreau");
        page.locator("#customer-found [data-customer=C2]").click();
        assertThat(page.locator("#preview .sheet-body")).hasText("Bonjour Moreau Transports");
    }

    @Test
    void a_field_is_found_and_inserted_where_one_writes(Browser browser) {
        var page = opened(browser, REMINDER);
        page.locator("#body").fill("<p>Référence </p>");
        page.locator("#body").evaluate("area => area.setSelectionRange(13, 13)");
        page.locator(".tools-fields").click();
        page.locator("#find-field").fill("reference rappeler");
        assertThat(page.locator("[data-field]:visible")).hasCount(1);
        page.locator("[data-field]:visible button").click();

        assertThat(page.locator("#body")).hasValue("<p>Référence {{payment.reference}}</p>");
    }

    @Test
    void what_is_wrong_is_said_with_its_place_and_nothing_typed_is_lost(Browser browser) {
        browser.expectComplaints();
        var page = opened(browser, REMINDER);
        page.locator("#body").fill("<p>Bonjour,</p>\n<p>{{customer.nom}}</p>\n{{#items}}");
        assertThat(page.locator("#preview .flaws")).containsText("Ligne 2, colonne 4");
        save(page);

        assertThat(page.locator("#body-error")).containsText("le champ « customer.nom » n’existe pas");
        assertThat(page.locator("#body-error")).containsText("la section « items » n’est jamais fermée");
        assertThat(page.locator("#body")).hasValue("<p>Bonjour,</p>\n<p>{{customer.nom}}</p>\n{{#items}}");

        page.locator("#body-error [data-go]").first().click();
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("() => { const a = document.getElementById('body'); return"
                                + " a.value.slice(a.selectionStart, a.selectionEnd); }"))
                .isEqualTo("{{customer.nom}}");
    }

    @Test
    void saving_makes_the_companys_own_copy_and_an_earlier_version_is_restored(Browser browser) {
        var page = opened(browser, REMINDER);
        assertThat(page.locator(".notice")).containsText("copie propre à " + company.name());
        page.locator("#body").fill("<p>Premier</p><script>x()</script>");
        save(page);
        assertThat(page.locator(".toast-card")).containsText("Version 1 enregistrée.");
        assertThat(page.locator(".notice.warn")).containsText("<script>");
        page.locator("#body").fill("<p>Second</p>");
        page.locator("#comment").fill("Plus court");
        save(page);

        page.navigate("/templates/" + REMINDER + "/versions?language=fr&company=" + company.code());
        assertThat(page.locator(".versions tbody tr")).hasCount(2);
        assertThat(page.locator(".versions tbody tr").first()).containsText("Plus court");
        assertThat(page.locator(".changes ins")).hasText("<p>Second</p>");
        page.locator(".versions tbody tr").nth(1).locator("text=Reprendre").click();
        assertThat(page.locator("#body")).hasValue("<p>Premier</p>");
        save(page);
        assertThat(page.locator(".toast-card")).containsText("Version 3 enregistrée.");
    }

    @Test
    void of_two_people_at_once_the_second_is_told_and_loses_nothing(Browser browser) {
        browser.expectComplaints();
        var page = opened(browser, REMINDER);
        templates.put(manager, fixtures.everythingOf(company), draft("<p>Plus rapide</p>"), null);
        page.locator("#body").fill("<p>Mon texte</p>");
        save(page);

        assertThat(page.locator(".notice.bad")).containsText("a enregistré la version 1 entre-temps");
        assertThat(page.locator("#body")).hasValue("<p>Mon texte</p>");
        page.locator("button[name=replaces]").click();
        assertThat(page.locator(".toast-card")).containsText("Version 2 enregistrée.");
    }

    @Test
    void an_sms_shows_its_characters_and_what_makes_it_dearer(Browser browser) {
        var page = opened(browser, "RELANCE-1-SMS");
        assertThat(page.locator(".sms-count")).containsText("1 SMS");
        page.locator("#body").fill("Règlement reçu, à bientôt");

        assertThat(page.locator("#preview .notice.warn")).containsText("ç ô");
        assertThat(page.locator(".sms-count")).containsText("25 caractères");
    }

    @Test
    void a_company_goes_back_to_the_default_text(Browser browser) {
        templates.put(manager, fixtures.everythingOf(company), draft("<p>À nous</p>"), null);
        var page = opened(browser, REMINDER);
        page.locator(".page-acts details.menu summary").click();
        page.locator("text=Revenir au texte par défaut").click();

        assertThat(page.locator(".toast-card")).containsText("n’est plus utilisé");
        page.navigate("/templates/" + REMINDER);
        assertThat(page.locator("#body")).not().hasValue("<p>À nous</p>");
    }

    @Test
    void an_agent_reads_and_previews_their_customers_only(Browser browser) {
        var page = browser.signIn(agent);
        page.navigate("/templates/" + REMINDER);

        assertThat(page.locator("#body")).isDisabled();
        assertThat(page.locator("#preview .sheet")).containsText("350,00");
        page.locator("#customer-search").fill("moreau");
        assertThat(page.locator("#customer-found")).containsText("Aucun client");
    }

    @Test
    void a_strategy_offers_the_templates_and_warns_of_an_unknown_one(Browser browser) {
        var page = browser.signIn(manager);
        page.navigate("/strategies/S-" + company.code());
        page.locator(".step summary").nth(1).click();
        var template = page.locator("[name='actions[1].template']");
        assertThat(template.locator("option[value='RELANCE-2-COURRIER']")).hasText("Courrier – Relance n° 2, ferme");
        template.selectOption("RELANCE-1-SMS");
        page.locator("button[value=review]").click();

        assertThat(page.locator(".notice.warn").first()).containsText("Une action nomme un modèle douteux");
        assertThat(page.locator(".field-doubt").first()).containsText("n’est pas de ce canal");
    }

    private Page opened(Browser browser, String code) {
        var page = browser.signIn(manager);
        page.navigate("/templates/" + code);
        return page;
    }

    private static void save(Page page) {
        page.locator("[data-save]").click();
        page.waitForLoadState();
    }

    private TemplateDraft draft(String body) {
        return new TemplateDraft(
                REMINDER, company.code(), "fr", "EMAIL", "REMINDER", "AMICABLE", 1, "Relance", "Rappel", body, null);
    }
}
