package io.encours.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.encours.company.Company;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.importing.Imports;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;

/// Two transactions side by side: one changes what the rules look at, as an import does, the other the rules.
@IntegrationTest
@DisplayName("A6, A13: rules saved while an import is running leave no plan behind")
class RulesBesideImportsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Customers customers;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private DSLContext db;

    private Company company;
    private Api manager;
    private String firm;

    @BeforeEach
    void a_customer_and_a_firm_strategy() {
        company = fixtures.aCompany();
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .bringIn();
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        firm = "FERME-" + company.code();
        manager.put("/strategies/" + firm, """
                {"label": "Ferme", "company": "%s", "actions": [
                  {"code": "LRAR", "label": "Lettre", "type": "LETTER", "delay": 1, "mode": "AUTOMATIC", "perCustomer": true}]}
                """.formatted(company.code()));
    }

    @AfterEach
    void no_rule_is_left() {
        manager.put("/strategy-rules", "{\"rules\": []}");
    }

    @Test
    void a_customer_who_enters_the_group_while_a_rule_for_it_is_saved_follows_it() {
        var scope = fixtures.everythingOf(company);
        var saved = transactions.execute(status -> {
            customers.put(scope, company.code(), "C1", inGroup("GRANDS COMPTES"));
            var saving = CompletableFuture.supplyAsync(
                    () -> manager.put("/strategy-rules", """
                    {"rules": [{"company": "%s", "strategy": "%s", "groups": ["grands comptes"]}]}
                    """.formatted(company.code(), firm)));
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> saving.isDone() || somebodyWaits());
            return saving;
        });

        assertThat(saved.join().status()).isEqualTo(200);
        assertThat(manager.get("/items?company=" + company.code())
                        .body()
                        .at("/items/0/nextAction/code")
                        .asString())
                .isEqualTo("LRAR");
    }

    private Customer.Details inGroup(String group) {
        var given = customers
                .get(fixtures.everythingOf(company), company.code(), "C1")
                .details();
        return new Customer.Details(
                given.name(),
                null,
                null,
                null,
                group,
                given.agent(),
                null,
                null,
                "fr",
                null,
                null,
                null,
                null,
                null,
                "FR",
                null,
                null,
                null,
                null,
                null);
    }

    /// For the rules, in this database.
    private boolean somebodyWaits() {
        return db.fetchSingle("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .into(int.class)
                > 0;
    }
}
