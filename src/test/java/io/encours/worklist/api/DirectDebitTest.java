package io.encours.worklist.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.importing.Imports;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import io.encours.worklist.DirectDebits;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("A3, A7: somebody says what the bank did with a direct debit, and takes it back")
class DirectDebitTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private DirectDebits debits;

    private Company company;
    private Api api;
    private String debit;

    @BeforeEach
    void an_item() {
        company = fixtures.aCompany();
        api = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .bringIn();
        var item = api.get("/items?company=" + company.code())
                .body()
                .at("/items/0/id")
                .asString();
        debit = "/items/" + item + "/direct-debit";
    }

    @Test
    void presented_returned_and_taken_back_step_by_step() {
        var presented = api.post(debit, "{\"presented\": \"2026-11-20\"}").body();
        assertThat(presented.at("/presentedOn").asString()).isEqualTo("2026-11-20");

        var rejected = api.post(debit, "{\"rejected\": \"2026-11-23\", \"reason\": \"AM04\"}")
                .body();
        assertThat(rejected.at("/rejectedOn").asString()).isEqualTo("2026-11-23");
        assertThat(rejected.at("/rejectionReason").asString()).isEqualTo("AM04");

        var withoutReturn = api.delete(debit).body();
        assertThat(withoutReturn.at("/rejectedOn").isNull()).isTrue();
        assertThat(withoutReturn.at("/presentedOn").asString()).isEqualTo("2026-11-20");
        assertThat(api.delete(debit).body().at("/presentedOn").isNull()).isTrue();
        assertThat(api.delete(debit).status()).as("nothing was said").isEqualTo(422);

        assertThat(api.get("/customers/%s/C1/events".formatted(company.code())).body().at("/items").values().stream()
                        .map(event -> event.at("/type").asString()))
                .containsExactly("DEBIT_WITHDRAWN", "DEBIT_WITHDRAWN", "DEBIT_REJECTED", "DEBIT_PRESENTED");
    }

    @Test
    void a_return_is_lost_neither_by_presenting_again_nor_by_who_has_read_an_earlier_state() {
        api.post(debit, "{\"presented\": \"2026-11-20\"}");
        api.post(debit, "{\"rejected\": \"2026-11-23\", \"reason\": \"AM04\"}");

        var again = api.post(debit, "{\"presented\": \"2026-11-24\"}");
        assertThat(again.status()).isEqualTo(409);

        var manager = fixtures.aManager(company);
        var scope = fixtures.everythingOf(company);
        assertThatThrownBy(() -> debits.withdraw(manager, scope, id(), "2026-11-20~"))
                .hasMessage("receivable.problem.debitChanged");
        assertThat(debits.of(scope, id()).rejectionReason()).isEqualTo("AM04");

        debits.withdraw(manager, scope, id(), "2026-11-20~2026-11-23");
        assertThat(debits.of(scope, id()).debit()).isEqualTo("2026-11-20~");
    }

    @Test
    void of_two_people_at_once_the_second_is_told_that_it_is_not_as_they_have_read() throws Exception {
        api.post(debit, "{\"presented\": \"2026-11-20\"}");
        api.post(debit, "{\"rejected\": \"2026-11-23\"}");
        var manager = fixtures.aManager(company);
        var scope = fixtures.everythingOf(company);
        var together = new CyclicBarrier(2);
        var withdrawn = new AtomicInteger();
        var people = new ArrayList<CompletableFuture<Void>>();
        for (var person = 0; person < 2; person++) {
            people.add(CompletableFuture.runAsync(
                    () -> {
                        try {
                            together.await(10, TimeUnit.SECONDS);
                            debits.withdraw(manager, scope, id(), "2026-11-20~2026-11-23");
                            withdrawn.incrementAndGet();
                        } catch (Problem problem) {
                            assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    Thread::startVirtualThread));
        }
        for (var person : people) {
            person.get(20, TimeUnit.SECONDS);
        }

        assertThat(withdrawn).hasValue(1);
        assertThat(debits.of(scope, id()).debit()).isEqualTo("2026-11-20~");
    }

    @Test
    void what_makes_no_sense_is_refused_beside_its_field() {
        assertThat(api.post(debit, "{}").body().at("/errors/0/field").asString())
                .isEqualTo("presented");
        assertThat(api.post(debit, "{\"rejected\": \"2026-11-20\"}").status())
                .as("it was not presented")
                .isEqualTo(422);
        api.post(debit, "{\"presented\": \"2026-11-20\"}");
        assertThat(api.post(debit, "{\"rejected\": \"2026-11-19\"}")
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("receivable.problem.rejectedBeforePresented");
        assertThat(api.post(debit, "{\"rejected\": \"2026-11-21\", \"reason\": \"%s\"}".formatted("x".repeat(201)))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("reason");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SALES", "ORDER_ADMINISTRATION", "EXECUTIVE", "GUEST"})
    void who_does_not_collect_does_not_say_it(Role role) {
        var other = new Api(port, fixtures.tokenOf(fixtures.aUser(role, CollectionsRole.MANAGER, company)));

        assertThat(other.post(debit, "{\"presented\": \"2026-11-20\"}").status())
                .isEqualTo(403);
        assertThat(other.delete(debit).status()).isEqualTo(403);
    }

    private RowId id() {
        return RowId.parse(debit.split("/", -1)[2]).orElseThrow();
    }
}
