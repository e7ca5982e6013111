package io.encours.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("I4: what the database cannot keep is refused with its field, wherever it stands")
class PlainCharactersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    private Api api;
    private String company;

    @BeforeEach
    void an_administrator() {
        var where = fixtures.aCompany();
        company = where.code();
        api = new Api(port, fixtures.tokenOf(fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, where)));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/companies | {\"code\": \"Z9\", \"name\": \"a\\u0000b\", \"currency\": \"EUR\", \"country\": \"FR\"} | name",
                "/companies | {\"code\": \"Z9\", \"name\": \"half \\ud83d\", \"currency\": \"EUR\", \"country\": \"FR\"} | name",
                "/planning-runs | {\"company\": \"\\u0000\"} | company",
                "/webhooks | {\"address\": \"https://192.0.2.1/\", \"events\": [\"import.done\", \"x\\u0000\"]} | events[1]",
                "/nightly-runs | {\"un\\u0000known\": 1} | ''",
            })
    void in_json(String path, String body, String field) {
        var answer = api.post(path, body);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo("platform.problem.character");
    }

    @Test
    void an_escaped_backslash_before_a_u_is_no_escape_and_whole_pairs_are_fine() {
        var made = api.post(
                "/companies",
                "{\"code\": \"E%s\", \"name\": \"C:\\\\u0000 \\ud83d\\ude00\", \"currency\": \"EUR\", \"country\": \"FR\"}"
                        .formatted(company));

        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(made.body().at("/name").asString()).isEqualTo("C:\\u0000 😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers?q=a%00b",
                "/customers?company=%00",
                "/items?customer=%00",
                "/search?q=%00",
                "/users?q=%00"
            })
    void in_a_query(String path) {
        var answer = api.get(path);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo("platform.problem.character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customers?overdueMin=1e999999999", "/actions?dmpFrom=1e100000000"})
    void numbers_of_a_query_without_end(String path) {
        var answer = api.get(path);

        assertThat(answer.status()).as("%s", answer.body()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100000000", "\"1e100000000\""})
    void numbers_of_a_body_without_end(String number) {
        var answer = api.post("/actions/printing", "{\"filter\": {\"amountFrom\": %s}}".formatted(number));

        assertThat(answer.status()).as("%s", answer.body()).isIn(400, 422);
    }

    @Test
    void in_a_cursor_and_in_an_address() {
        var cursor =
                Base64.getUrlEncoder().encodeToString("a\0b\u001f1".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(api.get("/customers?cursor=" + cursor).status()).isEqualTo(400);
        assertThat(new Http(port).get("/api/v1/customers/" + company + "/A%00B").statusCode())
                .isEqualTo(400);
    }

    @Test
    void in_a_form_and_at_the_door() {
        var http = new Http(port);
        assertThat(http.form(
                                "/sign-in",
                                java.util.Map.of("login", "a\0b", "password", "x", "_csrf", http.csrf("/sign-in")))
                        .statusCode())
                .isEqualTo(400);

        http.signIn("admin", TestSettings.ADMIN_PASSWORD);
        assertThat(http.get("/customers?q=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void in_the_name_of_a_file() {
        var body = "--X\r\nContent-Disposition: form-data; name=\"company\"\r\n\r\n" + company + "\r\n"
                + "--X\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''a%00.csv\r\n\r\ncode;name\r\n--X--\r\n";
        var answer = new Http(port)
                .post(
                        "/api/v1/imports",
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=X",
                        "Authorization",
                        "Bearer " + api.token());

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
    }
}
