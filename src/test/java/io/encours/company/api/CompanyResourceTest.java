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
                "{\"code\":\"%s\",\"name\":\"Exemple SAS\",\"siren\":\"732 829 320\"}".formatted(code));
        assertThat(changed.status()).isEqualTo(200);

        var read = administrator.get("/companies/" + code).body();
        assertThat(read.path("name").asString()).isEqualTo("Exemple SAS");
        assertThat(read.path("siren").asString()).isEqualTo("732829320");
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

    @Test
    void a_siren_has_a_check_digit() {
        var answer = administrator.post(
                "/companies", "{\"code\":\"%s\",\"name\":\"Exemple\",\"siren\":\"732829321\"}".formatted(code));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("code").asString())
                .isEqualTo("company.problem.sirenCheck");
    }

    @Test
    void settings_are_kept_and_those_not_given_stay() {
        administrator.post("/companies", "{\"code\":\"%s\",\"name\":\"Exemple\"}".formatted(code));

        administrator.put("/companies/" + code, """
                {"name":"Exemple","timeZone":"Indian/Reunion","language":"en","paymentTerms":"45fm",
                "receivablePrefixes":["411","41111"],"excludedPrefixes":[]}""");
        administrator.put("/companies/" + code, "{\"name\":\"Autre nom\"}");

        var read = administrator.get("/companies/" + code).body();
        assertThat(read.path("timeZone").asString()).isEqualTo("Indian/Reunion");
        assertThat(read.path("language").asString()).isEqualTo("en");
        assertThat(read.path("paymentTerms").asString()).isEqualTo("45FM");
        assertThat(read.path("receivablePrefixes").toString()).isEqualTo("[\"411\",\"41111\"]");
        assertThat(read.path("excludedPrefixes").size()).isZero();
    }

    @Test
    void settings_that_cannot_be_are_refused_with_their_field() {
        administrator.post("/companies", "{\"code\":\"%s\",\"name\":\"Exemple\"}".formatted(code));

        var answer = administrator.put("/companies/" + code, """
                {"name":"Exemple","timeZone":"Mars/Olympus","language":"xx","paymentTerms":"bientôt",
                "receivablePrefixes":["abc"]}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("timeZone", "language", "paymentTerms", "receivablePrefixes");
    }

    @Test
    void customers_speak_the_language_of_their_company_unless_they_say_another() {
        administrator.post("/companies", "{\"code\":\"%s\",\"name\":\"Exemple\",\"language\":\"en\"}".formatted(code));

        var one = administrator.put("/customers/" + code + "/C1", "{\"name\":\"Un\"}");
        var other = administrator.put("/customers/" + code + "/C2", "{\"name\":\"Deux\",\"language\":\"fr\"}");

        assertThat(one.body().path("language").asString()).isEqualTo("en");
        assertThat(other.body().path("language").asString()).isEqualTo("fr");
    }

    @Test
    void sites_are_put_listed_and_removed() {
        administrator.post(
                "/companies", "{\"code\":\"%s\",\"name\":\"Exemple\",\"siren\":\"732829320\"}".formatted(code));
        var sites = "/companies/" + code + "/sites";

        assertThat(administrator
                        .put(sites + "/LYON", "{\"name\":\"Lyon\",\"siret\":\"732 829 320 00074\"}")
                        .status())
                .isEqualTo(200);
        assertThat(administrator
                        .put(sites + "/LYON", "{\"name\":\"Lyon Gerland\",\"city\":\"Lyon\"}")
                        .status())
                .isEqualTo(200);
        assertThat(administrator.get(sites).body().path("items").findValuesAsString("name"))
                .containsExactly("Lyon Gerland");
        assertThat(administrator
                        .put(sites + "/BRON", "{\"name\":\"Bron\",\"siret\":\"73282932000075\"}")
                        .status())
                .as("check digit")
                .isEqualTo(422);
        assertThat(administrator
                        .put(sites + "/BRON", "{\"name\":\"Bron\",\"siret\":\"35600000000048\"}")
                        .status())
                .as("of another company")
                .isEqualTo(422);
        assertThat(administrator.delete(sites + "/LYON").status()).isEqualTo(204);
        assertThat(administrator.delete(sites + "/LYON").status()).isEqualTo(404);
    }
}
