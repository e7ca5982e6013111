package io.encours.overview.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Portfolio;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("K4: formal notices on the screen and over the API")
class NoticeTabTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Companies companies;

    @Autowired
    private Letterheads letterheads;

    private Company company;
    private SignedIn manager;
    private SignedIn administrator;
    private Api api;

    @BeforeEach
    void a_customer_who_is_late() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        administrator = new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", manager)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-11-02", "840.50")
                .bringIn()
                .administrator();
        companies.change(
                administrator,
                new Companies.Details(company.code(), company.name(), "732829320", null, null, null, null));
        api = new Api(port, fixtures.tokenOf(manager));
        api.put(
                "/customers/" + company.code() + "/DUP",
                "{\"name\":\"Dupont Bâtiment\",\"agent\":\"" + manager.login()
                        + "\",\"address\":\"3 rue des Tanneurs\",\"postalCode\":\"31000\",\"city\":\"Toulouse\","
                        + "\"language\":\"fr\",\"country\":\"FR\"}");
        letterheads.put(
                administrator,
                company.code(),
                new Letterhead.Draft(
                        "12 quai des Fabriques",
                        "69002",
                        "Lyon",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "FR7630006000011234567890189",
                        null));
    }

    @Test
    void a_manager_chooses_issues_and_follows(Browser browser) {
        browser.expectComplaints();
        browser.signIn(manager);
        var page = browser.open("/customers/" + company.code() + "/DUP/notices");
        page.locator(".empty a.btn-primary").click();
        page.locator("[name=items]").nth(1).uncheck();
        page.locator("#days").fill("20");
        page.locator("button.btn-primary").click();
        assertThat(page.locator("#days-error")).hasText("Le délai va de 8 à 15\u00a0jours.");
        assertThat(page.locator("[name=items]").nth(1)).not().isChecked();

        page.locator("#days").fill("10");
        page.locator("button.btn-primary").click();
        assertThat(page.locator(".notice.good")).containsText("émise");
        assertThat(page.locator(".notice-card .badge-soft").first()).hasText("Émise");
        assertThat(page.locator("h1 .badge-soft")).hasText("Précontentieux");

        page.locator(".notice-card summary").click();
        page.locator(".notice-card [name=on]").fill("2026-11-24");
        page.locator(".notice-card button").click();
        assertThat(page.locator(".notice-card .field-error")).hasText("Indiquez le numéro de la lettre recommandée.");
        page.locator(".notice-card [name=registeredNumber]").fill("1A 234 567 8901 2");
        page.locator(".notice-card [name=file]")
                .setInputFiles(new FilePayload(
                        "depot.pdf", "application/pdf", "%PDF-1.4 x".getBytes(StandardCharsets.US_ASCII)));
        page.locator(".notice-card button").click();
        assertThat(page.locator(".notice-steps li")).containsText("1A 234 567 8901 2");
        assertThat(page.locator(".notice-steps a")).hasText("depot.pdf");
    }

    @Test
    void an_empty_choice_is_nothing_and_not_all(Browser browser) {
        browser.expectComplaints();
        browser.signIn(manager);
        var page = browser.open("/customers/" + company.code() + "/DUP/notices/new");
        page.locator("[name=items]").nth(0).uncheck();
        page.locator("[name=items]").nth(1).uncheck();
        page.locator("button.btn-primary").click();

        assertThat(page.locator(".field-error")).containsText("Choisissez des pièces échues");
    }

    @Test
    void over_the_api() {
        var notices = "/customers/" + company.code() + "/DUP/notices";
        Assertions.assertThat(api.post(notices, "{\"days\":3}").status()).isEqualTo(422);
        var issued = api.post(notices, "{\"days\":12}");
        Assertions.assertThat(issued.status()).isEqualTo(201);
        Assertions.assertThat(issued.body().at("/deadline").asString()).isEqualTo("2026-12-06");
        Assertions.assertThat(issued.body().at("/items")).hasSize(2);
        Assertions.assertThat(api.get(notices).body().at("/items/0/state").asString())
                .isEqualTo("ISSUED");
        var agent = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        Assertions.assertThat(agent.get(notices).status()).isEqualTo(404);
        Assertions.assertThat(agent.post(notices, "{}").status()).isEqualTo(404);
        var boss = new Api(port, fixtures.tokenOf(administrator));
        var terms = "/companies/" + company.code() + "/notice-terms";
        Assertions.assertThat(
                        boss.put(terms, "{\"days\":15}").body().at("/days").asInt())
                .isEqualTo(15);
        Assertions.assertThat(api.put(terms, "{\"days\":9}").status()).isEqualTo(403);
    }
}
