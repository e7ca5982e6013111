package io.encours.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import io.encours.testing.MovableDate;
import io.encours.testing.Portfolio;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("S2 absence cover: who stands in sees and does the absent agent's work, on these days only")
class AbsenceCoverTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private MovableDate today;

    private Company company;
    private SignedIn away;
    private SignedIn cover;
    private SignedIn third;
    private Api manager;
    private Api asCover;

    @BeforeEach
    void twoAgentsAndAThird() {
        company = fixtures.aCompany();
        away = fixtures.anAgent(company);
        cover = fixtures.anAgent(company);
        third = fixtures.anAgent(company);
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        asCover = new Api(port, fixtures.tokenOf(cover));
        new Portfolio(imports, strategies, fixtures, company)
                .customer("CA", "Absent Client", away)
                .owes("CA", "FA1", "2026-11-02", "100.00")
                .customer("CB", "Propre Client", cover)
                .owes("CB", "FB1", "2026-11-02", "200.00")
                .customer("CC", "Autre Client", third)
                .owes("CC", "FC1", "2026-11-02", "300.00")
                .bringIn();
    }

    @AfterEach
    void backToToday() {
        today.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers?limit=1000",
                "/items?limit=1000",
                "/actions?presentation=CUSTOMER",
                "/actions?presentation=CUSTOMER_ACTION",
                "/actions?presentation=CUSTOMER_DUE_DATE"
            })
    void every_list_has_the_absent_agents_customers_on_these_days_and_never_a_third_ones(String list) {
        plan("2026-11-24", "2026-11-27");

        assertThat(seen(list))
                .contains("Absent Client|CA")
                .contains("Propre Client|CB")
                .doesNotContain("Autre Client|CC");
        today.moveTo(LocalDate.of(2026, 11, 27));
        assertThat(seen(list)).contains("Absent Client|CA");
        today.moveTo(LocalDate.of(2026, 11, 28));
        assertThat(seen(list)).doesNotContain("Absent Client|CA").contains("Propre Client|CB");
    }

    @Test
    void before_the_first_day_nothing_is_seen() {
        plan("2026-11-25", "2026-11-27");

        assertThat(seen("/customers")).doesNotContain("Absent Client|CA");
        assertThat(asCover.get("/customers/" + company.code() + "/CA").status()).isEqualTo(404);
    }

    @Test
    void a_known_address_opens_on_these_days_only() {
        var item = manager.get("/items?customer=CA&company=" + company.code())
                .body()
                .path("items")
                .path(0);
        var action = item.path("nextAction").path("id").asString();
        var validation = "/actions/" + action + "/validation";
        var ledger = "/customers/" + company.code() + "/CA/ledger";
        var events = "/customers/" + company.code() + "/CA/events";
        assertThat(asCover.post(validation, "{}").status()).isEqualTo(404);
        assertThat(asCover.get(ledger).status()).isEqualTo(404);

        plan("2026-11-24", "2026-11-24");
        assertThat(asCover.get(ledger).status()).isEqualTo(200);
        assertThat(asCover.get(events).status()).isEqualTo(200);
        assertThat(asCover.post(validation, "{}").status()).isEqualTo(200);

        today.moveTo(LocalDate.of(2026, 11, 25));
        assertThat(asCover.delete(validation).status()).isEqualTo(404);
        assertThat(asCover.get(ledger).status()).isEqualTo(404);
        assertThat(asCover.get(events).status()).isEqualTo(404);
    }

    @Test
    void the_event_says_who_acted_for_whom() {
        plan("2026-11-24", "2026-11-27");
        var action = asCover.get("/items?customer=CA&company=" + company.code())
                .body()
                .path("items")
                .path(0)
                .path("nextAction")
                .path("id")
                .asString();

        asCover.post("/actions/" + action + "/validation", "{\"outcome\":\"REACHED\"}");
        asCover.post("/customers/" + company.code() + "/CA/events", "{\"text\":\"Rappeler lundi\"}");
        asCover.post("/customers/" + company.code() + "/CB/events", "{\"text\":\"Le mien\"}");

        var events = asCover.get("/customers/" + company.code() + "/CA/events")
                .body()
                .path("items");
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.path("author").asString()).isEqualTo(cover.displayName());
            assertThat(event.path("details").path("onBehalfOf").asString()).isEqualTo(away.displayName());
        });
        var own = asCover.get("/customers/" + company.code() + "/CB/events")
                .body()
                .path("items")
                .path(0);
        assertThat(own.path("details").has("onBehalfOf")).isFalse();
    }

    @Test
    void the_supervisor_page_says_so_counts_both_and_filters_by_agent() {
        plan("2026-11-24", "2026-11-27");
        var http = new Http(port);
        http.signIn(cover.login(), Fixtures.passwordOf(cover));

        assertThat(http.get("/supervisor").body())
                .contains("Vous remplacez " + away.displayName() + " jusqu’au 27/11/2026")
                .contains("Absent Client")
                .contains("Propre Client")
                .doesNotContain("Autre Client");
        assertThat(http.get("/supervisor/totals").body()).contains("2 actions");
        assertThat(http.get("/supervisor?agent=" + away.login()).body())
                .contains("Absent Client")
                .doesNotContain("Propre Client");
        assertThat(http.get("/supervisor?agent=" + third.login()).body()).doesNotContain("Autre Client");
        assertThat(http.get("/customers").body()).contains("Absent Client").doesNotContain("Autre Client");
    }

    @Test
    void an_absence_that_is_cancelled_ends_at_once() {
        var id = plan("2026-11-24", "2026-11-27");
        assertThat(seen("/customers")).contains("Absent Client|CA");

        assertThat(manager.delete("/absences/" + id).status()).isEqualTo(204);

        assertThat(seen("/customers")).doesNotContain("Absent Client|CA");
        assertThat(manager.get("/absences").body().path("items")).isEmpty();
    }

    @Test
    void standing_in_does_not_reach_further() {
        plan("2026-11-24", "2026-11-27");
        manager.post("/absences", absence(cover, third, "2026-11-24", "2026-11-27"));
        var asThird = new Api(port, fixtures.tokenOf(third));

        assertThat(asThird.get("/customers").body().toString())
                .contains("Propre Client")
                .doesNotContain("Absent Client");
    }

    @Test
    void what_cannot_be_is_refused_with_its_field() {
        var elsewhere = fixtures.anAgent(fixtures.aCompany());
        var otherCompany = fixtures.aCompany();
        var both = fixtures.anAgent(company, otherCompany);
        plan("2026-11-24", "2026-11-27");

        assertThat(refusedField(absence(away, third, "2026-11-27", "2026-11-30")))
                .isEqualTo("from");
        assertThat(refusedField(absence(third, cover, "2026-11-27", "2026-11-26")))
                .isEqualTo("to");
        assertThat(refusedField(absence(third, cover, "2026-11-01", "2026-11-02")))
                .isEqualTo("to");
        assertThat(refusedField(absence(third, third, "2026-11-24", "2026-11-25")))
                .isEqualTo("cover");
        assertThat(refusedField(absence(third, elsewhere, "2026-11-24", "2026-11-25")))
                .isEqualTo("cover");
        assertThat(refusedField(absence(both, third, "2026-11-24", "2026-11-25")))
                .isEqualTo("cover");
    }

    @Test
    void agents_executives_and_strangers_plan_no_absences() {
        var body = absence(away, cover, "2026-11-24", "2026-11-25");
        var executive =
                new Api(port, fixtures.tokenOf(fixtures.aUser(Role.EXECUTIVE, CollectionsRole.MANAGER, company)));
        var stranger = new Api(port, fixtures.tokenOf(fixtures.aManager(fixtures.aCompany())));
        var id = plan("2026-11-24", "2026-11-27");

        assertThat(asCover.post("/absences", body).status()).isEqualTo(403);
        assertThat(asCover.get("/absences").status()).isEqualTo(403);
        assertThat(executive.post("/absences", body).status()).isEqualTo(403);
        assertThat(executive.get("/absences").body().path("items")).hasSize(1);
        assertThat(stranger.post("/absences", body).status()).isEqualTo(422);
        assertThat(stranger.delete("/absences/" + id).status()).isEqualTo(404);
    }

    private String refusedField(String body) {
        var answer = manager.post("/absences", body);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("field").asString();
    }

    private long plan(String from, String to) {
        var answer = manager.post("/absences", absence(away, cover, from, to));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }

    private static String absence(SignedIn agent, SignedIn cover, String from, String to) {
        return "{\"agent\":\"%s\",\"cover\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(agent.login(), cover.login(), from, to);
    }

    /// Names of the three customers that the answer tells of, by name or by code.
    private String seen(String path) {
        var text = asCover.get(path).body().toString();
        var seen = new StringBuilder();
        for (var customer : new String[] {"Absent Client|CA", "Propre Client|CB", "Autre Client|CC"}) {
            var parts = customer.split("\\|", -1);
            if (text.contains(parts[0])
                    || text.contains("\"" + parts[1] + "\"")
                    || text.contains("\"F" + parts[1].charAt(1) + "1\"")) {
                seen.append(customer).append('\n');
            }
        }
        return seen.toString();
    }
}
