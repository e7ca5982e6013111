package io.encours.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person says with a decision.
///
/// @param outcome of a call, name of an `Outcome`
/// @param expectedCode the action the person saw; when another one is there by now, nothing is done. Null: not checked
/// @param until of a promise or a dispute: nothing happens to the item before this day is over; null: it goes on
/// @param next what to do next in place of the strategy's next action; null: what the strategy says
/// @param createLetter of a validated letter: false when the person writes it on paper; true: nothing is
///     validated without the letter; null: as true for a batch, while a single action is validated all the same
///     and the answer says why there is no letter
public record Remark(
        @Nullable String comment,
        @Nullable String outcome,
        @Nullable String expectedCode,
        @Nullable LocalDate until,
        @Nullable OtherAction next,
        @Nullable Boolean createLetter) {

    public static final Remark NONE = new Remark(null, null, null, null, null, null);

    public Remark(@Nullable String comment, @Nullable String outcome, @Nullable String expectedCode) {
        this(comment, outcome, expectedCode, null, null, null);
    }

    boolean letterIsOptional() {
        return createLetter == null;
    }

    boolean createsLetter() {
        return !Boolean.FALSE.equals(createLetter);
    }
}
