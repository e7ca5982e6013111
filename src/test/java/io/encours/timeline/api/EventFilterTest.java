package io.encours.timeline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Today is 24 November 2026. A call was validated ("Appel n° 1"), then two notes were written.
@IntegrationTest
@DisplayName("C4: the log of a customer is narrowed by what, channel, day and words")
class EventFilterTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Api api;
    private String events;

    @BeforeEach
    void a_call_and_two_notes() {
        Company company = fixtures.aCompany();
        var agent = fixtures.anAgent(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", agent)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .bringIn();
        api = new Api(port, fixtures.tokenOf(agent));
        events = "/customers/" + company.code() + "/DUP/events";
        var item = api.get("/items?company=" + company.code())
                .body()
                .at("/items/0/id")
                .asString();
        api.post("/actions/" + item + "-1/validation", "{\"comment\": \"Rappeler lundi\"}");
        api.post(events, "{\"text\": \"Chèque annoncé 100 %\"}");
        api.post(events, "{\"text\": \"Demande un duplicata\"}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', 3",
        "type=NOTE, 2",
        "type=ACTION_VALIDATED, 1",
        "channel=PHONE, 1",
        "channel=LETTER, 0",
        "from=2026-11-24&to=2026-11-24, 3",
        "to=2026-11-23, 0",
        "q=DUPLICATA, 1",
        "q=appel, 1",
        "q=annonc%C3%A9+ch%C3%A8que, 1",
        "q=%25, 1",
        "type=NOTE&q=lundi, 0",
    })
    void events_are_those_that_match(String query, int count) {
        assertThat(api.get(events + "?" + query).body().at("/items").size()).isEqualTo(count);
    }

    @Test
    void pages_of_a_narrowed_list_go_on_where_they_ended() {
        var first = api.get(events + "?type=NOTE&limit=1").body();
        var second = api.get(events + "?type=NOTE&limit=1&cursor="
                        + first.at("/next").asString())
                .body();
        assertThat(List.of(
                        first.at("/items/0/text").asString(),
                        second.at("/items/0/text").asString()))
                .containsExactly("Demande un duplicata", "Chèque annoncé 100 %");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=NOTHING", "from=hier"})
    void what_cannot_be_read_is_refused_by_name(String query) {
        var answer = api.get(events + "?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
    }
}
