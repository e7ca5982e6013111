package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.company.Company;
import io.encours.platform.Problem;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("Q3, I4 API tokens with scopes")
class TokensTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Tokens tokens;

    @Autowired
    private DSLContext db;

    private Company company;

    @BeforeEach
    void prepare() {
        company = fixtures.aCompany();
    }

    @Test
    void a_token_of_an_administrator_administers_only_with_the_scope_admin() {
        var administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.NONE);
        var writer = new Api(port, tokens.create(administrator.id(), List.of("write"), null, null));
        var owner = new Api(port, tokens.create(administrator.id(), List.of("admin"), null, null));

        assertThat(writer.get("/companies").status()).isEqualTo(200);
        assertThat(writer.get("/users").status()).isEqualTo(403);
        assertThat(owner.get("/users").status()).isEqualTo(200);
        assertThat(owner.put("/companies/" + company.code(), "{\"name\":\"Nom\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_scope_admin_makes_no_administrator() {
        var agent = fixtures.anAgent(company);
        var token = tokens.create(agent.id(), List.of("admin"), null, null);

        assertThat(new Api(port, token).get("/users").status()).isEqualTo(403);
        assertThat(new Api(port, token).get("/customers").status()).isEqualTo(200);
    }

    @Test
    void a_revoked_token_is_refused_from_the_next_request_on() {
        var agent = fixtures.anAgent(company);
        var api = new Api(port, fixtures.tokenOf(agent));
        assertThat(api.get("/companies").status()).isEqualTo(200);
        var token = tokens.of(agent.id()).getFirst();
        assertThat(token.lastUsed()).isNotNull();

        tokens.revoke(agent.id(), token.id());

        assertThat(api.get("/companies").status()).isEqualTo(401);
        assertThat(tokens.of(agent.id())).isEmpty();
    }

    @Test
    void a_token_expires() {
        var agent = fixtures.anAgent(company);
        var api = new Api(port, tokens.create(agent.id(), List.of("read"), "court", Duration.ofDays(1)));
        assertThat(api.get("/companies").status()).isEqualTo(200);

        db.execute(
                "update identity.api_token set expires_at = expires_at - interval '2 days' where user_id = ?",
                agent.id());

        assertThat(api.get("/companies").status()).isEqualTo(401);
    }

    @Test
    void nobody_revokes_a_token_of_somebody_else() {
        var one = fixtures.anAgent(company);
        var other = fixtures.anAgent(company);
        fixtures.tokenOf(other);
        var id = tokens.of(other.id()).getFirst().id();

        assertThatThrownBy(() -> tokens.revoke(one.id(), id)).isInstanceOf(Problem.class);

        assertThat(tokens.of(other.id())).hasSize(1);
    }

    @Test
    void an_administrator_lists_and_revokes_over_http() {
        var api = new Api(port, TestSettings.API_TOKEN);
        var agent = fixtures.anAgent(company);
        api.post("/users/" + agent.login() + "/tokens", "{\"scopes\":[\"read\"],\"label\":\"export\",\"days\":30}");

        var listed = api.get("/users/" + agent.login() + "/tokens").body().path(0);
        assertThat(listed.path("label").asString()).isEqualTo("export");
        assertThat(listed.path("expires").asString()).isNotBlank();
        var path = "/users/" + agent.login() + "/tokens/" + listed.path("id").asLong();

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.delete(path).status()).isEqualTo(404);
    }
}
