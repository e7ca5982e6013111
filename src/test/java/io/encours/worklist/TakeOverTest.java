package io.encours.worklist;

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
import io.encours.worklist.Decision.Planned;
import io.encours.worklist.Situation.DoneStep;
import io.encours.worklist.Situation.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An old ledger is taken over; late validations do not bunch what follows.
@DisplayName("A5b take-over and spacing")
class TakeOverTest {

    private static final LocalDate DUE = LocalDate.of(2026, 9, 30);

    private final PlanFixture fixture = new PlanFixture(PlainDatabase.connect(), "FR");
    private final PlanningRuns runs = PlanFixture.runs(fixture.db);

    @ParameterizedTest(name = "first seen {0}: begins at {1} of {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # first seen | begins | theoretical | why
                      -          | MAIL-1 | 2026-09-25  | it is not known when it was seen
                      2026-09-01 | MAIL-1 | 2026-09-25  | before everything
                      2026-10-04 | MAIL-1 | 2026-09-25  | the only step due by then
                      2026-10-05 | MAIL-2 | 2026-10-05  | due on that very day
                      2026-10-11 | MAIL-2 | 2026-10-05  | the call is tomorrow
                      2026-10-20 | CALL   | 2026-10-12  | the latest step already due
                      2027-03-01 | LETTER | 2026-10-25  | never beyond the amicable stage
                    """)
    void an_item_first_seen_late_begins_at_the_latest_amicable_step_already_due(
            @Nullable LocalDate seen, String begins, LocalDate theoretical, String why) {
        fixture.strategy("S", true, SEQUENCE);
        var item = fixture.item(fixture.customer(null, false), invoice(seen, null));

        runs.planAll(fixture.company);

        var planned = planned(item);
        assertThat(planned.code()).as(why).isEqualTo(begins);
        assertThat(planned.theoreticalDate()).isEqualTo(theoretical);
    }

    @Test
    void skipped_steps_are_not_replayed_and_the_following_ones_keep_their_distance() {
        fixture.strategy("S", true, SEQUENCE);
        var customer = fixture.customer(null, false);
        var item = fixture.item(customer, invoice(LocalDate.of(2026, 11, 24), null));
        runs.planAll(fixture.company);
        assertThat(planned(item).code()).isEqualTo("LETTER");

        fixture.done(customer, item, 1, done("LETTER", LocalDate.of(2026, 11, 24), true), false);
        runs.planAll(fixture.company);

        var next = planned(item);
        assertThat(next.code()).isEqualTo("NOTICE");
        assertThat(next.theoreticalDate()).isEqualTo("2026-11-14");
        assertThat(next.actionDate()).as("five days later is a Sunday").isEqualTo("2026-11-30");
    }

    @Test
    void what_was_skipped_is_no_action_and_asks_no_distance() {
        fixture.strategy("S", true, SEQUENCE);
        var customer = fixture.customer(null, false);
        var item = fixture.item(customer, invoice(null, null));
        fixture.done(customer, item, 1, done("MAIL-1", LocalDate.of(2026, 11, 24), false), false);

        runs.planAll(fixture.company);

        assertThat(planned(item).actionDate()).isEqualTo("2026-10-05");
    }

    @Test
    void the_distance_is_a_setting() {
        fixture.spacing(20);
        fixture.strategy("S", true, SEQUENCE);
        var customer = fixture.customer(null, false);
        var item = fixture.item(customer, invoice(null, null));
        fixture.done(customer, item, 1, done("MAIL-1", LocalDate.of(2026, 9, 25), true), false);

        runs.planAll(fixture.company);

        assertThat(planned(item).actionDate()).isEqualTo("2026-10-15");
    }

    @Test
    @DisplayName("A3 in a take-over: a debit is heard of after the item, so its call is not among what was missed")
    void a_call_after_a_rejected_debit_is_not_missed() {
        fixture.strategy("S", true, SEQUENCE);
        var item = fixture.item(
                fixture.customer(null, false), invoice(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 20)));

        runs.planAll(fixture.company);

        assertThat(planned(item).code()).isEqualTo("CALL-REJECTED");
    }

    private Planned planned(long item) {
        return (Planned) fixture.plan().get(item);
    }

    private static final List<StrategyAction> SEQUENCE = List.of(
            action("MAIL-1", -5, Anchor.DUE_DATE, null, Stage.AMICABLE),
            action("CALL-REJECTED", 3, Anchor.PRESENTATION_DATE, Condition.DIRECT_DEBIT_REJECTED, Stage.AMICABLE),
            action("MAIL-2", 5, Anchor.DUE_DATE, null, Stage.AMICABLE),
            action("CALL", 12, Anchor.DUE_DATE, null, Stage.AMICABLE),
            action("LETTER", 25, Anchor.DUE_DATE, null, Stage.AMICABLE),
            action("NOTICE", 45, Anchor.DUE_DATE, null, Stage.PRE_LITIGATION));

    /// @param presented and returned two days later
    private static Item invoice(@Nullable LocalDate seen, @Nullable LocalDate presented) {
        return new Item(
                ItemKind.INVOICE,
                new BigDecimal("250"),
                "411",
                false,
                DUE,
                "PRLV",
                presented,
                presented == null ? null : presented.plusDays(2),
                seen);
    }

    private static DoneStep done(String code, LocalDate on, boolean validated) {
        return new DoneStep(code, on, on, false, validated, null);
    }

    private static StrategyAction action(
            String code, int delay, Anchor anchor, @Nullable Condition condition, Stage stage) {
        return new StrategyAction(
                code,
                code,
                ActionType.EMAIL,
                Purpose.REMINDER,
                delay,
                anchor,
                condition,
                null,
                stage,
                Mode.MANUAL,
                false,
                null,
                null,
                false);
    }
}
