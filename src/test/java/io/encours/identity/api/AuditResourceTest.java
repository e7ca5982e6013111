package io.encours.identity.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("Q3 audit trail over HTTP")
class AuditResourceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Test
    void who_changed_what_before_and_after() {
        var api = new Api(port, TestSettings.API_TOKEN);
        var company = fixtures.aCompany();
        api.put("/companies/" + company.code(), "{\"name\":\"Nouveau nom\"}");

        var answer = api.get("/audit?kind=COMPANY&who=admin&subject=" + company.code());

        var entry = answer.body().path("items").path(0);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(entry.path("who").asString()).isEqualTo("admin");
        assertThat(entry.path("before").path("name").asString()).isEqualTo(company.name());
        assertThat(entry.path("after").path("name").asString()).isEqualTo("Nouveau nom");
        assertThat(entry.path("at").asString()).endsWith("Z");
    }

    @Test
    void it_is_read_in_parts_the_latest_first() {
        var api = new Api(port, TestSettings.API_TOKEN);
        var company = fixtures.aCompany();
        for (var n = 1; n <= 3; n++) {
            api.put("/companies/" + company.code(), "{\"name\":\"Nom %d\"}".formatted(n));
        }

        var first = api.get("/audit?limit=2&subject=" + company.code()).body();
        var second = api.get("/audit?limit=2&subject=" + company.code() + "&cursor="
                        + first.path("next").asString())
                .body();

        assertThat(first.path("items").path(0).path("after").path("name").asString())
                .isEqualTo("Nom 3");
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void only_administrators_read_it() {
        var manager = fixtures.aUser(Role.CREDIT_MANAGER, CollectionsRole.MANAGER, fixtures.aCompany());

        assertThat(new Api(port, fixtures.tokenOf(manager)).get("/audit").status())
                .isEqualTo(403);
    }
}
