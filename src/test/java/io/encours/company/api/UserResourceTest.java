package io.encours.company.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@DisplayName("Q3 users and their tokens, by API")
class UserResourceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    private Api administrator;
    private Company company;
    private String login;

    @BeforeEach
    void prepare() {
        administrator = new Api(port, TestSettings.API_TOKEN);
        company = fixtures.aCompany();
        login = "user-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_user_is_made_read_and_changed() {
        var made = administrator.post("/users", draft("AGENT", company.code()));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("firstSignIn").asString()).contains("/first-sign-in/");

        var read = administrator.get("/users/" + login).body();
        assertThat(read.path("name").asString()).isEqualTo("Alix Martin");
        assertThat(read.path("collectionsRole").asString()).isEqualTo("AGENT");
        assertThat(read.path("companies").path(0).asString()).isEqualTo(company.code());
        assertThat(read.path("active").asBoolean()).isTrue();

        var changed = administrator.put("/users/" + login, """
                {"name":"Alix Durand","role":"CREDIT_MANAGER","collectionsRole":"MANAGER","companies":[],"active":false}""");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("name").asString()).isEqualTo("Alix Durand");
        assertThat(changed.body().path("companies").size()).isZero();
        assertThat(changed.body().path("active").asBoolean()).isFalse();
    }

    @Test
    void everything_wrong_is_told_at_once_with_its_field() {
        var answer = administrator.post("/users", """
                {"login":"Not A Login!","email":"nobody","language":"xx","role":"BOSS","password":"short"}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("login", "password", "name", "email", "language", "role");
        answer.body()
                .path("errors")
                .forEach(error -> assertThat(error.path("message").asString()).isNotBlank());
    }

    @Test
    void a_login_is_taken_once() {
        administrator.post("/users", draft("NONE", company.code()));

        assertThat(administrator.post("/users", draft("NONE", company.code())).status())
                .isEqualTo(409);
    }

    @Test
    void a_company_that_does_not_exist_makes_no_user() {
        assertThat(administrator.post("/users", draft("NONE", "NOWHERE")).status())
                .isEqualTo(422);
        assertThat(administrator.get("/users/" + login).status()).isEqualTo(404);
    }

    @Test
    void only_administrators_see_and_make_users() {
        var manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));

        assertThat(manager.get("/users").status()).isEqualTo(403);
        assertThat(manager.post("/users", draft("NONE", company.code())).status())
                .isEqualTo(403);
        assertThat(manager.post("/users/admin/tokens", "{\"scopes\":[\"write\"]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_token_is_given_once_and_speaks_for_its_user_within_its_scopes() {
        administrator.post("/users", draft("AGENT", company.code()));
        var made = administrator.post("/users/" + login + "/tokens", "{\"scopes\":[\"read\"]}");
        assertThat(made.status()).isEqualTo(201);

        var reader = new Api(port, made.body().path("token").asString());
        assertThat(reader.get("/companies").status()).isEqualTo(200);
        assertThat(reader.post("/planning-runs", "{\"company\":\"" + company.code() + "\"}")
                        .status())
                .isEqualTo(403);

        administrator.put("/users/" + login, "{\"name\":\"Alix\",\"role\":\"COLLECTOR\",\"active\":false}");
        assertThat(reader.get("/companies").status()).isEqualTo(401);
    }

    @Test
    void a_token_has_only_scopes_that_exist() {
        var answer = administrator.post("/users/admin/tokens", "{\"scopes\":[\"read\",\"everything\"]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("scopes[1]");
    }

    @Test
    void the_last_administrator_stays() {
        for (var user : everybody(1000)) {
            var other = user.path("login").asString();
            if (user.path("role").asString().equals("ADMINISTRATOR") && !other.equals("admin")) {
                administrator.put("/users/" + other, "{\"name\":\"Other\",\"role\":\"GUEST\"}");
            }
        }

        var answer = administrator.put("/users/admin", "{\"name\":\"Admin\",\"role\":\"GUEST\"}");

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void the_list_comes_in_parts_and_misses_nobody() {
        for (var number = 0; number < 3; number++) {
            fixtures.aUser(Role.GUEST, CollectionsRole.NONE, company);
        }
        var all = everybody(1000);

        assertThat(all).hasSizeGreaterThan(3);
        assertThat(everybody(all.size() / 3 + 1)).isEqualTo(all);
        assertThat(administrator.get("/users?limit=0").status()).isEqualTo(400);
        assertThat(administrator.get("/users?limit=many").status()).isEqualTo(400);
        assertThat(administrator.get("/users?cursor=nonsense").status()).isEqualTo(400);
    }

    /// Part after part.
    private List<JsonNode> everybody(int limit) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var part = administrator
                    .get("/users?limit=" + Math.min(limit, 1000) + (next.isEmpty() ? "" : "&cursor=" + next))
                    .body();
            part.path("items").forEach(all::add);
            next = text(part.path("next"));
        } while (!next.isEmpty());
        return all;
    }

    @Test
    void answers_speak_the_language_that_is_asked_for_else_the_users() {
        var http = new Http(port);
        var bearer = "Bearer " + TestSettings.API_TOKEN;

        assertThat(http.get("/api/v1/users/nobody-at-all", "Authorization", bearer)
                        .body())
                .contains("n’existe pas");
        assertThat(http.get("/api/v1/users/nobody-at-all", "Authorization", bearer, "Accept-Language", "de, en;q=0.8")
                        .body())
                .contains("does not exist");
        assertThat(http.get("/api/v1/users", "Accept-Language", "en").body()).contains("Sign in, or give");
    }

    private String draft(String collectionsRole, String code) {
        return """
                {"login":"%s","name":"Alix Martin","email":"alix@example.com","language":"fr","role":"COLLECTOR",\
                "collectionsRole":"%s","companies":["%s"]}""".formatted(login, collectionsRole, code);
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asString();
    }
}
