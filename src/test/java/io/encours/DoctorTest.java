package io.encours;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.importing.Imports;
import io.encours.platform.Checkup;
import io.encours.platform.Checkup.Finding;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("Q4, Q5: the doctor finds what is wrong")
class DoctorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private List<Checkup> checkups;

    @Autowired
    private DSLContext db;

    @Autowired
    private PlatformTransactionManager transactions;

    private long company;

    @BeforeEach
    void a_customer_who_owes() {
        var made = fixtures.aCompany();
        new Portfolio(imports, strategies, fixtures, made)
                .customer("DUP", "Dupont Bâtiment", fixtures.anAgent(made))
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .bringIn();
        company = made.id();
    }

    @Test
    void an_installation_as_it_was_left_is_sound() {
        assertThat(List.of(look("database"), look("ledger"), look("plan"))).allMatch(Finding::sound);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ledger | update receivable.ledger_line set debit = debit + 0.01 where company_id = ?
                    ledger | update receivable.open_item set remaining = remaining - 0.01 where company_id = ?
                    ledger | delete from receivable.open_item where company_id = ?
                    ledger | delete from receivable.customer_day where company_id = ?
                    ledger | update receivable.customer_balance set balance = 0 where company_id = ?
                    plan   | delete from worklist.planned_action where company_id = ?
                    plan   | update worklist.planned_action set item_id = item_id + 1000000 where company_id = ?
                    """)
    void what_somebody_changed_in_the_tables_is_found(String check, String change) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            db.execute(change, company);

            assertThat(look(check).sound()).isFalse();
        });

        assertThat(look(check).sound()).isTrue();
    }

    @Test
    void it_answers_administrators_only() {
        var administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.NONE);
        var manager = fixtures.aUser(Role.CREDIT_MANAGER, CollectionsRole.MANAGER);

        var answer = new Api(port, fixtures.tokenOf(administrator)).get("/doctor");
        assertThat(answer.body().path("findings"))
                .extracting(finding -> finding.path("check").asString())
                .containsExactly("audit", "channels", "database", "ledger", "messages", "plan");
        assertThat(new Api(port, fixtures.tokenOf(manager)).get("/doctor").status())
                .isEqualTo(403);
    }

    private Finding look(String check) {
        return checkups.stream()
                .map(Checkup::look)
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
