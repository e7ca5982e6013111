package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.platform.web.Address;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Codes of accounting in addresses, whatever marks they have; encoded marks never lead to another place.
@IntegrationTest
@DisplayName("C1, I4: any customer code can stand in an address")
class AddressesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    private Company company;

    @BeforeEach
    void company() {
        company = fixtures.aCompany();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A/B", "A//B", "../A", "A\\B", "X;Y", "50%", "%2F", "M&M", "O'NEIL", "\"Q\"", "C#1?x=1", "Ça+va",
                "0012", "DU PONT"
            })
    void a_customer_opens_by_its_code_in_pages_and_api(String code) {
        var api = new Api(port, TestSettings.API_TOKEN);
        var path = "/customers/" + company.code() + "/" + Address.part(code);
        api.put(path, "{\"name\":\"Dupont\"}");

        var answer = api.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("code").asString()).isEqualTo(code);
        assertThat(api.get(path + "/ledger").status()).isEqualTo(200);

        var http = new Http(port);
        var manager = fixtures.aManager(company);
        http.signIn(manager.login(), Fixtures.passwordOf(manager));
        assertThat(http.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/supervisor%2Frows",
                "/%2Fsupervisor",
                "/assets/..%2Fsupervisor",
                "/assets%2F..%2Fimports",
                "/webjars/..%2F..%2Fapplication.yml",
                "/actuator/health%2F..%2Fenv",
                "/sign-in%2F..%2Fcompanies",
                "/api%2Fv1%2Fusers",
                "/sign-in%5C..%5Ccompanies"
            })
    void an_encoded_slash_opens_no_other_door(String path) {
        var answer = new Http(port).get(path);

        assertThat(answer.statusCode()).isIn(302, 400, 401, 404);
        assertThat(answer.headers().firstValue("Location").orElse("/sign-in")).endsWith("/sign-in");
    }

    @Test
    void a_bare_semicolon_or_double_slash_is_refused() {
        var http = new Http(port);

        assertThat(http.get("/customers;x=1").statusCode()).isEqualTo(400);
        assertThat(http.get("/customers//x").statusCode()).isEqualTo(400);
    }
}
