package io.encours.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("A2, A3: strategies over HTTP")
class StrategiesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    private Company company;
    private Api manager;

    @BeforeEach
    void aCompanyWithItsManager() {
        company = fixtures.aCompany();
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
    }

    @Test
    void a_new_installation_has_a_common_default() {
        var standard = manager.get("/strategies/STANDARD");

        assertThat(standard.status()).isEqualTo(200);
        assertThat(standard.body().at("/default").asBoolean()).isTrue();
        assertThat(standard.body().at("/company").isNull()).isTrue();
        assertThat(standard.body().at("/actions/0/delay").asInt()).isEqualTo(-5);
        assertThat(standard.body().at("/actions/4/final").asBoolean()).isTrue();
    }

    @Test
    void what_is_put_is_what_is_got() {
        var code = company.code() + "-A";
        var put = manager.put("/strategies/" + code, """
                {"code": "%s", "label": "Prélèvements", "company": "%s", "default": true, "actions": [
                  {"code": "ANNONCE", "label": "Annonce", "type": "EMAIL", "delay": -5, "anchor": "DUE_DATE", "stage": "AMICABLE",
                   "mode": "AUTOMATIC", "perCustomer": true, "template": "annonce", "final": false},
                  {"code": "APPEL", "label": "Appel", "type": "PHONE", "delay": 3, "anchor": "PRESENTATION_DATE",
                   "condition": "DIRECT_DEBIT_REJECTED", "paymentMethod": "PRLV", "stage": "PRE_LITIGATION", "mode": "MANUAL",
                   "perCustomer": false, "minimumAmount": "150.50", "final": true}]}
                """.formatted(code, company.code()));

        assertThat(put.status()).isEqualTo(201);
        assertThat(put.body().at("/version").asInt()).isEqualTo(1);
        assertThat(put.body().at("/actions/1/minimumAmount").asString()).isEqualTo("150.50");
        assertThat(put.body().at("/actions/1/condition").asString()).isEqualTo("DIRECT_DEBIT_REJECTED");
        assertThat(put.body().at("/actions/0/perCustomer").asBoolean()).isTrue();
        assertThat(manager.get("/strategies/" + code).body()).isEqualTo(put.body());

        var again = manager.put("/strategies/" + code, put.body().toString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).as("put again as it is: nothing changes").isEqualTo(put.body());

        var changed = manager.put("/strategies/" + code, put.body().toString().replace("\"delay\":3", "\"delay\":4"));
        assertThat(changed.body().at("/version").asInt()).isEqualTo(2);
        assertThat(changed.body().at("/actions/1/delay").asInt()).isEqualTo(4);
    }

    @Test
    void every_error_names_its_field() {
        var refused = manager.put("/strategies/X", """
                {"actions": [
                  {"code": "A", "type": "EMAIL", "delay": 1},
                  {"code": "A", "type": "PIGEON", "delay": 99999, "anchor": "NEVER", "minimumAmount": "-1"},
                  {"type": "SMS"}]}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors").values().stream()
                        .map(error -> error.at("/field").asString()))
                .containsExactlyInAnyOrder(
                        "actions[1].code",
                        "actions[1].type",
                        "actions[1].delay",
                        "actions[1].anchor",
                        "actions[1].minimumAmount",
                        "actions[2].code",
                        "actions[2].delay");
        assertThat(manager.put("/strategies/X", "{\"actions\": []}")
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("actions");
        assertThat(manager.get("/strategies/X").status()).isEqualTo(404);
    }

    @Test
    void another_default_takes_the_place_of_the_first() {
        var one = company.code() + "-1";
        var two = company.code() + "-2";
        manager.put("/strategies/" + one, oneAction("A"));
        manager.put("/strategies/" + two, oneAction("B"));

        assertThat(manager.get("/strategies/" + one).body().at("/default").asBoolean())
                .isFalse();
        assertThat(manager.get("/strategies/" + two).body().at("/default").asBoolean())
                .isTrue();
    }

    @Test
    void only_administrators_and_credit_managers_write_and_others_see_only_those_of_their_companies() {
        var code = company.code() + "-S";
        manager.put("/strategies/" + code, oneAction("A"));
        var collector = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        var elsewhere = new Api(
                port,
                fixtures.tokenOf(fixtures.aUser(Role.CREDIT_MANAGER, CollectionsRole.MANAGER, fixtures.aCompany())));

        assertThat(collector.get("/strategies/" + code).status()).isEqualTo(200);
        assertThat(collector.put("/strategies/" + code, oneAction("B")).status())
                .isEqualTo(403);
        assertThat(elsewhere.get("/strategies/" + code).status()).isEqualTo(404);
        assertThat(elsewhere.get("/strategies").body().toString())
                .doesNotContain(code)
                .contains("STANDARD");
        assertThat(elsewhere
                        .put("/strategies/" + code, "{\"actions\":[{\"code\":\"A\",\"type\":\"SMS\",\"delay\":1}]}")
                        .status())
                .isEqualTo(409);
    }

    private String oneAction(String code) {
        return """
                {"company": "%s", "default": true, "actions": [{"code": "%s", "type": "SMS", "delay": 1}]}
                """.formatted(company.code(), code);
    }
}
