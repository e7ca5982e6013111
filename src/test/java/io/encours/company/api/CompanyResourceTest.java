package io.encours.company.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("G1 companies, by API")
class CompanyResourceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    private Api administrator;
    private String code;

    @BeforeEach
    void prepare() {
        administrator = new Api(port, TestSettings.API_TOKEN);
        code = "C" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void a_company_is_made_with_defaults_read_and_changed() {
        var made = administrator.post("/companies", "{\"code\":\"%s\",\"name\":\"Exemple SA\"}".formatted(code));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("currency").asString()).isEqualTo("EUR");
        assertThat(made.body().path("country").asString()).isEqualTo("FR");

        var changed = administrator.put(
                "/companies/" + code,
                "{\"code\":\"%s\",\"name\":\"Exemple SAS\",\"siren\":\"123 456 789\"}".formatted(code));
        assertThat(changed.status()).isEqualTo(200);

        var read = administrator.get("/companies/" + code).body();
        assertThat(read.path("name").asString()).isEqualTo("Exemple SAS");
        assertThat(read.path("siren").asString()).isEqualTo("123456789");
        assertThat(read.path("parent").isNull()).isTrue();
    }

    @Test
    void everything_wrong_is_told_at_once_with_its_field() {
        var answer = administrator.post(
                "/companies", "{\"code\":\"a b\",\"siren\":\"12\",\"currency\":\"EURO\",\"country\":\"France\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("code", "name", "siren", "currency", "country");
    }

    @Test
    void what_is_not_json_is_unreadable() {
        assertThat(administrator.post("/companies", "code=X").status()).isEqualTo(400);
    }

    @Test
    void a_code_is_taken_once_and_the_currency_is_kept() {
        var body = "{\"code\":\"%s\",\"name\":\"Exemple\"}".formatted(code);
        administrator.post("/companies", body);

        assertThat(administrator.post("/companies", body).status()).isEqualTo(409);
        assertThat(administrator
                        .put("/companies/" + code, "{\"name\":\"Exemple\",\"currency\":\"USD\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void no_company_is_above_itself() {
        var child = code + "X";
        administrator.post("/companies", "{\"code\":\"%s\",\"name\":\"Mère\"}".formatted(code));
        administrator.post(
                "/companies", "{\"code\":\"%s\",\"name\":\"Fille\",\"parent\":\"%s\"}".formatted(child, code));

        var answer = administrator.put("/companies/" + code, "{\"name\":\"Mère\",\"parent\":\"%s\"}".formatted(child));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void each_user_sees_the_own_companies_only_and_changes_none() {
        var mine = fixtures.aCompany();
        var other = fixtures.aCompany();
        var agent = new Api(port, fixtures.tokenOf(fixtures.anAgent(mine)));

        assertThat(agent.get("/companies").body().path("items").findValuesAsString("code"))
                .containsExactly(mine.code());
        assertThat(agent.get("/companies/" + other.code()).status()).isEqualTo(404);
        assertThat(agent.put("/companies/" + mine.code(), "{\"name\":\"Mienne\"}")
                        .status())
                .isEqualTo(403);
        assertThat(agent.post("/companies", "{\"code\":\"%s\",\"name\":\"Mienne\"}".formatted(code))
                        .status())
                .isEqualTo(403);
    }
}
