package io.encours.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("Q1: a new user who has no company yet finds no broken page")
class NoCompanyYetTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/supervisor",
                "/supervisor/totals",
                "/supervisor/groups?cursor=",
                "/customers",
                "/customers/rows",
                "/items",
                "/imports",
                "/strategies",
                "/portfolios",
                "/absences",
                "/profile"
            })
    void every_place_answers(String place) {
        var user = fixtures.aUser(Role.CREDIT_MANAGER, CollectionsRole.MANAGER);
        var http = new Http(port);
        http.signIn(user.login(), Fixtures.passwordOf(user));

        assertThat(http.get(place).statusCode()).isLessThan(500);
    }
}
