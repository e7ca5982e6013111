package io.encours.worklist;

import static encours.db.platform.Tables.SCHEDULED_TASKS;
import static encours.db.worklist.Tables.DIRTY_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.encours.receivable.ItemKind;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.worklist.Situation.Item;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class NightlyPlanningTest {

    private static final TaskInstanceId TASK = TaskInstanceId.of("nightly-planning", "recurring");

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private Planning planning;

    @Autowired
    private Clock clock;

    @Test
    void the_night_plans_what_is_marked() throws InterruptedException {
        var company = fixtures.aCompany();
        // Where its night is over; this one was missed.
        db.execute(
                "update company.company set time_zone = ? where id = ?",
                clock.instant().atZone(ZoneOffset.UTC).getHour() < 12 ? "Asia/Tokyo" : "Europe/Paris",
                company.id());
        db.execute("insert into worklist.nightly_run (company_id, day) values (?, '2026-11-20')", company.id());
        var fixture = new PlanFixture(db, company);
        var customer = fixture.customer(null, false);
        var due = LocalDate.of(2026, 11, 30);
        var item = fixture.item(
                customer, new Item(ItemKind.INVOICE, new BigDecimal("10"), "411", false, due, "VIR", null, null, null));
        planning.mark(company.id(), List.of(customer));
        assertThat(db.fetchExists(SCHEDULED_TASKS, SCHEDULED_TASKS.TASK_NAME.eq("nightly-planning")))
                .isTrue();

        scheduler.reschedule(TASK, clock.instant());
        scheduler.triggerCheckForDueExecutions();

        var patience = clock.instant().plus(Duration.ofSeconds(30));
        while (!fixture.plan().containsKey(item) && clock.instant().isBefore(patience)) {
            Thread.sleep(50);
        }
        assertThat(fixture.plan()).containsKey(item);
        assertThat(db.fetchExists(DIRTY_CUSTOMER, DIRTY_CUSTOMER.COMPANY_ID.eq(company.id())))
                .isFalse();
    }
}
