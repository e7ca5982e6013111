package io.encours.worklist;

import static encours.db.strategy.Tables.STRATEGY_;
import static encours.db.worklist.Tables.DIRTY_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Anchor;
import io.encours.strategy.Condition;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import io.encours.testing.PlainDatabase;
import io.encours.worklist.Decision.None;
import io.encours.worklist.Decision.Planned;
import io.encours.worklist.Situation.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 30);

    private final PlanFixture fixture = new PlanFixture(PlainDatabase.connect(), "FR");
    private final Planning planning = PlanFixture.planning(fixture.db);
    private final PlanningRuns runs = PlanFixture.runs(fixture.db);

    @Test
    void an_item_that_is_settled_leaves_the_plan() {
        fixture.strategy("S", true, List.of(action("TEL", 1, Anchor.DUE_DATE, null)));
        var customer = fixture.customer(null, false);
        var paid = fixture.item(customer, invoice(null, null));
        var open = fixture.item(customer, invoice(null, null));
        runs.planAll(fixture.company);
        fixture.settle(customer, paid, DUE);

        var counts = runs.planAll(fixture.company);

        assertThat(fixture.plan()).containsOnlyKeys(open);
        assertThat(counts).isEqualTo(new Planning.Counts(1, 0, 1, 1));
    }

    @Test
    void only_customers_that_are_marked_are_planned_and_their_marks_are_taken_away() {
        fixture.strategy("S", true, List.of(action("TEL", 1, Anchor.DUE_DATE, null)));
        var marked = fixture.customer(null, false);
        var item = fixture.item(marked, invoice(null, null));
        fixture.item(fixture.customer(null, false), invoice(null, null));
        planning.mark(fixture.company, List.of(marked));

        assertThat(planning.planDirty(fixture.company)).isEqualTo(new Planning.Counts(1, 1, 0, 0));
        assertThat(fixture.plan()).containsOnlyKeys(item);
        assertThat(fixture.db.fetchCount(DIRTY_CUSTOMER, DIRTY_CUSTOMER.COMPANY_ID.eq(fixture.company)))
                .isZero();
    }

    @Test
    void customers_planned_in_shares_side_by_side_have_the_same_plan_and_no_marks() {
        fixture.strategy("S", true, List.of(action("TEL", 1, Anchor.DUE_DATE, null)));
        var items = new ArrayList<Long>();
        for (var number = 0; number < 7; number++) {
            items.add(fixture.item(fixture.customer(null, false), invoice(null, null)));
        }
        var inShares = new PlanningRuns(planning, new PlanningStore(fixture.db), 1);

        assertThat(inShares.planAll(fixture.company)).isEqualTo(new Planning.Counts(7, 7, 0, 0));
        assertThat(fixture.plan()).containsOnlyKeys(items);
        assertThat(inShares.planAll(fixture.company)).isEqualTo(new Planning.Counts(7, 0, 7, 0));
        assertThat(fixture.db.fetchCount(DIRTY_CUSTOMER, DIRTY_CUSTOMER.COMPANY_ID.eq(fixture.company)))
                .isZero();
    }

    @Test
    @DisplayName("A6: the customer's strategy, else the company's default")
    void a_customer_follows_its_own_strategy_else_the_default_of_the_company() {
        fixture.strategy("OWN", false, List.of(action("OWN", 1, Anchor.DUE_DATE, null)));
        fixture.strategy("DEFAULT", true, List.of(action("DEFAULT", 1, Anchor.DUE_DATE, null)));
        var own = fixture.item(fixture.customer("OWN", false), invoice(null, null));
        var other = fixture.item(fixture.customer(null, false), invoice(null, null));

        runs.planAll(fixture.company);

        assertThat(fixture.plan().get(own))
                .isInstanceOfSatisfying(
                        Planned.class, it -> assertThat(it.code()).isEqualTo("OWN"));
        assertThat(fixture.plan().get(other))
                .isInstanceOfSatisfying(
                        Planned.class, it -> assertThat(it.code()).isEqualTo("DEFAULT"));
    }

    @Test
    @DisplayName("A3: presentation date + 3 days, if the direct debit was rejected")
    void a_call_waits_for_the_direct_debit_to_be_rejected() {
        fixture.strategy(
                "PRLV", true, List.of(action("TEL", 3, Anchor.PRESENTATION_DATE, Condition.DIRECT_DEBIT_REJECTED)));
        var customer = fixture.customer(null, false);
        var before = fixture.item(customer, invoice(null, null));
        var presented = fixture.item(customer, invoice(DUE, null));
        var rejected = fixture.item(customer, invoice(DUE, DUE.plusDays(2)));

        runs.planAll(fixture.company);

        assertThat(fixture.plan().get(before)).isEqualTo(new None(1, NoAction.WAITING_FOR_EVENT, null));
        assertThat(fixture.plan().get(presented)).isEqualTo(new None(1, NoAction.WAITING_FOR_EVENT, null));
        assertThat(fixture.plan().get(rejected))
                .isInstanceOfSatisfying(
                        Planned.class, it -> assertThat(it.actionDate()).isEqualTo("2026-12-03"));
    }

    @Test
    void without_any_strategy_to_follow_that_is_the_reason() {
        fixture.db.transaction(transaction -> {
            var db = transaction.dsl();
            db.update(STRATEGY_)
                    .set(STRATEGY_.IS_DEFAULT, false)
                    .where(STRATEGY_.CODE.eq("STANDARD"))
                    .execute();
            var here = new PlanFixture(db, "FR");
            var item = here.item(here.customer(null, false), invoice(null, null));

            PlanFixture.runs(db).planAll(here.company);

            assertThat(here.plan()).containsEntry(item, new None(1, NoAction.NO_STRATEGY, null));
            db.update(STRATEGY_)
                    .set(STRATEGY_.IS_DEFAULT, true)
                    .where(STRATEGY_.CODE.eq("STANDARD"))
                    .execute();
        });
    }

    private static Item invoice(@Nullable LocalDate presented, @Nullable LocalDate rejected) {
        return new Item(ItemKind.INVOICE, new BigDecimal("250"), "411", false, DUE, "PRLV", presented, rejected, null);
    }

    private static StrategyAction action(String code, int delay, Anchor anchor, @Nullable Condition condition) {
        return new StrategyAction(
                code,
                code,
                ActionType.PHONE,
                Purpose.REMINDER,
                delay,
                anchor,
                condition,
                null,
                Stage.AMICABLE,
                Mode.MANUAL,
                false,
                null,
                null,
                false);
    }
}
