package io.encours.importing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.importing.Imports;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@DisplayName("I1, I4: mappings and whole lists, by API")
class ImportResourceTest {

    private static final String BALANCE =
            "Compte tiers;Pièce;Le;Dû\nC1;F-1;12/10/2026;100,00\nC1;F-2;13/10/2026;60,00\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    private Company company;
    private String token;
    private Api api;

    @BeforeEach
    void prepare() {
        company = fixtures.aCompany();
        token = fixtures.tokenOf(fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, company));
        api = new Api(port, token);
    }

    @Test
    void a_mapping_is_kept_used_by_its_name_or_header_and_deleted() throws Exception {
        var refused = run(send(BALANCE, "kind", "items"));
        assertThat(refused.path("status").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("refusal").asString()).contains("customer, document, documentDate, amount");

        var kept = api.post("/import-mappings", mapping("Balance"));
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.body().path("columns").path("amount").asString()).isEqualTo("Dû");
        var run = run(send(BALANCE));
        assertThat(run.path("mapping").asString()).isEqualTo("Balance");
        assertThat(run.path("created").asInt()).isEqualTo(2);
        assertThat(run(send(BALANCE, "mapping", "Balance")).path("unchanged").asInt())
                .isEqualTo(2);
        assertThat(run(send(BALANCE, "mapping", kept.body().path("id").asString()))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);

        assertThat(api.get("/import-mappings?company=" + company.code()).body().path("items"))
                .hasSize(1);
        assertThat(api.delete("/import-mappings/" + kept.body().path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(send(BALANCE, "mapping", "Balance").statusCode()).isEqualTo(422);
    }

    @Test
    void a_mapping_without_what_is_required_is_refused_field_by_field() {
        var answer = api.post(
                "/import-mappings",
                "{\"company\":\"%s\",\"kind\":\"items\",\"columns\":{\"customer\":\"Client\"}}"
                        .formatted(company.code()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "columns.document", "columns.documentDate", "columns.amount");
    }

    @Test
    void another_company_s_mapping_is_not_found() {
        api.post("/import-mappings", mapping("Balance"));
        var id = api.get("/import-mappings")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var other = new Api(
                port, fixtures.tokenOf(fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, fixtures.aCompany())));

        assertThat(other.get("/import-mappings/" + id).status()).isEqualTo(404);
        assertThat(other.delete("/import-mappings/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_whole_list_needs_a_dry_run_first() throws Exception {
        api.post("/import-mappings", mapping("Balance"));
        run(send(BALANCE));
        var list = String.join("\n", BALANCE.lines().toList().subList(0, 2)) + "\n";

        assertThat(send(list, "mode", "full", "asOf", "2026-11-20").statusCode())
                .isEqualTo(409);
        var shown = run(send(list, "mode", "full", "asOf", "2026-11-20", "dryRun", "true"));
        assertThat(shown.path("settled").asInt()).isEqualTo(1);
        assertThat(shown.path("settledDebitTotal").asString()).isEqualTo("60.00");
        var done = run(send(list, "mode", "full", "asOf", "2026-11-20"));
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("settled").asInt()).isEqualTo(1);

        assertThat(send(list, "mode", "whole").statusCode()).isEqualTo(422);
        assertThat(send(list, "mode", "full", "asOf", "2027-01-01").statusCode())
                .isEqualTo(422);
    }

    private String mapping(String name) {
        return """
                {"company":"%s","kind":"items","name":"%s","header":["Compte tiers","Pièce","Le","Dû"],
                 "columns":{"customer":"Compte tiers","document":"Pièce","documentDate":"Le","amount":"Dû"}}
                """.formatted(company.code(), name);
    }

    private JsonNode run(HttpResponse<String> started) {
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        var id = JsonMapper.shared().readTree(started.body()).path("id").asString();
        imports.await(Long.parseLong(id));
        return api.get("/imports/" + id).body();
    }

    /// @param fields name, value, name, value …
    private HttpResponse<String> send(String content, String... fields) throws IOException, InterruptedException {
        var form = new StringBuilder();
        var all = new java.util.ArrayList<>(List.of("company", company.code()));
        all.addAll(List.of(fields));
        for (var i = 0; i < all.size(); i += 2) {
            form.append("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(all.get(i), all.get(i + 1)));
        }
        form.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"balance.csv\"\r\n\r\n")
                .append(content)
                .append("\r\n--b--\r\n");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/imports"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
