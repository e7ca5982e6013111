package io.encours.worklist;

import static encours.db.worklist.Tables.PRINTOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.receivable.ItemKind;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.worklist.Situation.Item;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Today is Tuesday 24 November 2026.
@IntegrationTest
@DisplayName("S6: one PDF of the ticked items, then one event for each")
class PrintingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private Planning planning;

    private Company company;
    private String token;
    private Api api;
    private PlanFixture fixture;
    private SignedIn agent;

    @BeforeEach
    void aStrategy() {
        company = fixtures.aCompany();
        agent = fixtures.anAgent(company);
        token = fixtures.tokenOf(agent);
        api = new Api(port, token);
        fixture = new PlanFixture(db, company);
        new Api(port, fixtures.tokenOf(fixtures.aManager(company)))
                .put("/strategies/" + company.code() + "-S", """
                        {"company": "%s", "default": true, "actions": [
                          {"code": "TEL", "label": "Appel n° 1", "type": "PHONE", "delay": 2},
                          {"code": "MAIL", "label": "Relance écrite", "type": "EMAIL", "delay": 20}]}
                        """.formatted(company.code()));
    }

    @Test
    void the_list_is_grouped_as_the_screen_is_and_its_text_is_the_data() throws Exception {
        var one = item("1234.56", LocalDate.of(2026, 11, 4));
        var two = item("200", LocalDate.of(2026, 11, 30));
        var printed = print("{\"ids\": [\"%s\", \"%s\"], \"presentation\": \"CUSTOMER\"}".formatted(one, two));
        assertThat(printed.headers().firstValue("Content-Type")).hasValue("application/pdf");
        var text = text(printed.body());
        assertThat(text.lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("F" + one.id(), "04/11/2026", "1 234,56 €", "Appel n° 1 — 06/11/2026"))
                .anySatisfy(line ->
                        assertThat(line).contains("F" + two.id(), "30/11/2026", "200,00 €", "Appel n° 1 — 02/12/2026"));
        assertThat(text).contains("Client " + one.customer(), "2 pièces · 1 434,56 €", "Page 1 / 1");
        var byAction = text(
                print("{\"filter\": {\"company\": \"%s\"}, \"presentation\": \"ACTION\"}".formatted(company.code()))
                        .body());
        assertThat(byAction).containsSubsequence("Appel n° 1", "Client " + one.customer());
    }

    @Test
    void each_printed_item_has_one_event_and_the_document_can_be_fetched_again() throws Exception {
        var one = item("100", LocalDate.of(2026, 11, 4));
        var two = item("200", LocalDate.of(2026, 11, 30));
        var printed = print("{\"ids\": [\"%s-1\", \"%s\"]}".formatted(one, two));
        for (var item : List.of(one, two)) {
            var events = api.get("/customers/" + company.code() + "/C" + item.customer() + "/events")
                    .body()
                    .at("/items");
            assertThat(events.size()).isEqualTo(1);
            assertThat(events.at("/0/type").asString()).isEqualTo("PRINTED");
            assertThat(events.at("/0/items/0/id").asString()).isEqualTo(item.toString());
            assertThat(events.at("/0/author").asString()).isEqualTo(agent.displayName());
        }
        var again = printed.headers().firstValue("Content-Location").orElseThrow();
        assertThat(get(again, token).body()).isEqualTo(printed.body());
        var colleague = fixtures.tokenOf(fixtures.anAgent(company));
        assertThat(get(again, colleague).statusCode()).isEqualTo(404);

        fixture.assign(one.customer(), fixtures.anAgent(company));
        assertThat(get(again, token).statusCode())
                .as("S2: one of the customers is another's now")
                .isEqualTo(404);
    }

    @Test
    void nothing_is_recorded_when_nothing_could_be_printed() throws Exception {
        var foreign = item("100", LocalDate.of(2026, 11, 4));
        var before = db.fetchCount(PRINTOUT);
        var stranger = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        assertThat(stranger.post("/actions/printing", "{\"ids\": [\"%s\"]}".formatted(foreign))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/actions/printing", "{\"ids\": []}").status()).isEqualTo(422);
        assertThat(db.fetchCount(PRINTOUT)).isEqualTo(before);
        assertThat(api.get("/customers/" + company.code() + "/C" + foreign.customer() + "/events")
                        .body()
                        .at("/items")
                        .size())
                .isZero();
    }

    private RowId item(String amount, LocalDate due) {
        var customer = fixture.customer(null, false);
        fixture.assign(customer, agent);
        var item = new Item(ItemKind.INVOICE, new BigDecimal(amount), "411", false, due, "VIR", null, null, null);
        var id = new RowId(customer, fixture.item(customer, item));
        planning.planCustomers(company.id(), List.of(customer));
        return id;
    }

    private HttpResponse<byte[]> print(String body) throws Exception {
        var request = request("/api/v1/actions/printing", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        }
    }

    private HttpResponse<byte[]> get(String path, String as) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request(path, as).build(), BodyHandlers.ofByteArray());
        }
    }

    private HttpRequest.Builder request(String path, String as) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + as);
    }

    /// With plain spaces, as people would search it.
    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\u00a0\\u202f]", " ");
        }
    }
}
