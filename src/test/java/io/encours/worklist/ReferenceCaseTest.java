package io.encours.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.platform.BusinessCalendar;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Anchor;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import io.encours.testing.PlainDatabase;
import io.encours.worklist.Decision.None;
import io.encours.worklist.Decision.Planned;
import io.encours.worklist.Situation.DoneStep;
import io.encours.worklist.Situation.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Method C: phone −10, e-mail +5, letter +10; V30: phone +2; N30: SMS +1; all in one strategy.
@DisplayName("A4 reference case, with the working days of A9")
class ReferenceCaseTest {

    private static final List<StrategyAction> SEQUENCE = List.of(
            action("C-TEL", ActionType.PHONE, -10, "C"),
            action("C-MAIL", ActionType.EMAIL, 5, "C"),
            action("C-LET", ActionType.LETTER, 10, "C"),
            action("V30-TEL", ActionType.PHONE, 2, "V30"),
            action("N30-SMS", ActionType.SMS, 1, "N30"));

    private final PlanFixture fixture = new PlanFixture(PlainDatabase.connect(), "FR");
    private final Planning planning = PlanFixture.planning(fixture.db);

    @ParameterizedTest(name = "{0} due {1} after {2}: {3} on {5}, in theory {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # method | due        | done         | next    | theoretical | date       | why none
                      C      | 2026-11-30 | -            | C-TEL   | 2026-11-20  | 2026-11-20 | -
                      C      | 2026-11-30 | C-TEL        | C-MAIL  | 2026-12-05  | 2026-12-07 | -
                      C      | 2026-11-30 | C-TEL C-MAIL | C-LET   | 2026-12-10  | 2026-12-10 | -
                      C      | 2026-11-30 | C-TEL C-MAIL C-LET | - | -           | -          | SEQUENCE_FINISHED
                      V30    | 2026-11-30 | -            | V30-TEL | 2026-12-02  | 2026-12-02 | -
                      V30    | 2026-11-30 | V30-TEL      | -       | -           | -          | SEQUENCE_FINISHED
                      N30    | 2026-11-30 | -            | N30-SMS | 2026-12-01  | 2026-12-01 | -
                      N30    | 2026-11-30 | N30-SMS      | -       | -           | -          | SEQUENCE_FINISHED
                    # before the due date: the working day before; after it: the next
                      C      | 2026-12-15 | -            | C-TEL   | 2026-12-05  | 2026-12-04 | -
                      C      | 2026-05-24 | -            | C-TEL   | 2026-05-14  | 2026-05-13 | -
                      V30    | 2026-12-24 | -            | V30-TEL | 2026-12-26  | 2026-12-28 | -
                      N30    | 2026-04-30 | -            | N30-SMS | 2026-05-01  | 2026-05-04 | -
                    # the payment method is written as people write it
                      v30    | 2026-11-30 | -            | V30-TEL | 2026-12-02  | 2026-12-02 | -
                      CHQ    | 2026-11-30 | -            | -       | -           | -          | NO_APPLICABLE_ACTION
                      -      | 2026-11-30 | -            | -       | -           | -          | NO_APPLICABLE_ACTION
                    """)
    void the_next_action_and_its_date_are_known_or_the_reason_why_there_is_none(
            @Nullable String method,
            LocalDate due,
            @Nullable String done,
            @Nullable String next,
            @Nullable LocalDate theoretical,
            @Nullable LocalDate date,
            @Nullable NoAction reason) {
        fixture.strategy("A4", true, SEQUENCE);
        var item = new Item(ItemKind.INVOICE, new BigDecimal("1200"), "411", false, due, method, null, null, null);
        var steps = new ArrayList<DoneStep>();
        if (done != null) {
            for (var code : done.split(" ")) {
                steps.add(new DoneStep(code, due, due, false, true, null));
            }
        }
        var customer = fixture.customer(null, false);
        var id = fixture.item(customer, item);
        for (var index = 0; index < steps.size(); index++) {
            fixture.done(customer, id, index + 1, steps.get(index), false);
        }

        planning.planCustomers(fixture.company, List.of(customer));

        var decision = fixture.plan().get(id);
        switch (decision) {
            case Planned planned -> {
                assertThat(planned.code()).isEqualTo(next);
                assertThat(planned.theoreticalDate()).isEqualTo(theoretical);
                assertThat(planned.actionDate()).isEqualTo(date);
                assertThat(planned.occurrence()).isEqualTo(steps.size() + 1);
            }
            case None none -> assertThat(none.reason()).isEqualTo(reason);
            case null -> throw new AssertionError("not planned");
        }
        assertThat(NextAction.decide(new Situation(
                        item, Optional.of(SEQUENCE), steps, Optional.empty(), BusinessCalendar.FRANCE, 5)))
                .isEqualTo(decision);
    }

    private static StrategyAction action(String code, ActionType type, int delay, String method) {
        return new StrategyAction(
                code,
                code,
                type,
                Purpose.REMINDER,
                delay,
                Anchor.DUE_DATE,
                null,
                method,
                Stage.AMICABLE,
                Mode.MANUAL,
                false,
                null,
                null,
                false);
    }
}
