package io.encours.worklist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.testing.Api;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("A8: the recap of the day")
class RecapPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    private Company company;
    private SignedIn manager;
    private Api api;

    @BeforeEach
    void a_night_has_written_to_three_customers_and_kept_one_back() {
        // The company of the recap is not the one in view, which is the first by name.
        var both = Stream.of(fixtures.aCompany(), fixtures.aCompany())
                .sorted(Comparator.comparing(Company::name))
                .toList();
        company = both.getLast();
        manager = fixtures.aManager(both.getFirst(), company);
        api = new Api(port, fixtures.tokenOf(manager));
        api.put("/strategies/S-" + company.code(), """
                {"company": "%s", "default": true, "actions": [
                  {"code": "MAIL", "label": "Relance", "type": "EMAIL", "delay": 5,
                   "mode": "AUTOMATIC_AFTER_CONFIRMATION"},
                  {"code": "CALL", "label": "Appel", "type": "PHONE", "delay": 40}]}
                """.formatted(company.code()));
        take(ImportKind.CUSTOMERS, """
                code;name;email
                DUP;Dupont;compta@dupont.example
                MOR;Moreau;compta@moreau.example
                LOR;Lormont;compta@lormont.example
                SAN;Sans adresse;
                """);
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                DUP;F1;2026-10-15;2026-11-15;100.00;INVOICE
                MOR;F2;2026-10-15;2026-11-15;80.00;INVOICE
                LOR;F3;2026-10-15;2026-11-15;60.00;INVOICE
                SAN;F4;2026-10-15;2026-11-15;70.00;INVOICE
                """);
        night();
    }

    private void night() {
        api.post("/nightly-runs", "{\"company\": \"%s\", \"date\": \"2026-11-24\"}".formatted(company.code()));
    }

    @Test
    void messages_are_read_stopped_and_confirmed_and_what_was_kept_back_says_why(Browser browser) {
        browser.signIn(manager);
        var page = browser.open("/recap?company=" + company.code());
        assertThat(page.locator(".page-state")).containsText("3 à confirmer · 1 créance retenue");
        assertThat(page.locator(".group-head")).containsText("240,00");

        page.locator(".entry", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Dupont"))
                .locator(".who")
                .click();
        assertThat(page.locator("#panel")).containsText("compta@dupont.example");

        page.locator(".entry", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Moreau"))
                .locator("input")
                .check();
        page.locator(".ticked-acts button[formaction*=cancellation]").click();
        assertThat(page.locator("#toasts")).containsText("1 message arrêté.");
        assertThat(page.locator(".group-head")).containsText("160,00");

        take(ImportKind.CUSTOMERS, "code;name;email\nNEU;Neuve;compta@neuve.example\n");
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                NEU;F5;2026-10-15;2026-11-15;90.00;INVOICE
                """);
        night();
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                LOR;F3;2026-10-15;2026-11-15;30.00;INVOICE
                """);
        page.locator(".page-acts > button.btn-primary").click();
        assertThat(page.locator("#toasts")).containsText("1 message confirmé");
        assertThat(page.locator(".notice.warn"))
                .containsText("1 message écrit depuis l’ouverture de la page reste à confirmer.");
        assertThat(page.locator(".notice.warn")).containsText("Lormont");
        assertThat(page.locator("tr.entry .badge-soft"))
                .hasText(new String[] {"Part", "Retiré", "Arrêté", "À confirmer"});

        var group = page.locator(".group-acts button[formaction*=confirmation]");
        take(ImportKind.CUSTOMERS, "code;name;email\nOLM;Olmes;compta@olmes.example\n");
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                OLM;F6;2026-10-15;2026-11-15;90.00;INVOICE
                """);
        night();
        group.click();
        assertThat(page.locator("#toasts")).containsText("1 message confirmé");
        assertThat(page.locator("tr.entry .badge-soft"))
                .hasText(new String[] {"Part", "Retiré", "Arrêté", "Part", "À confirmer", "À confirmer"});

        page.locator(
                        ".kept-back details",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText("Sans adresse"))
                .locator("summary")
                .click();
        assertThat(page.locator(".kept-back")).containsText("Sans adresse");
    }

    private void take(ImportKind kind, String rows) {
        var upload = new Upload(company.code(), kind, kind.label() + ".csv", false);
        imports.await(imports.start(
                fixtures.everythingOf(company),
                manager,
                upload,
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))));
    }
}
