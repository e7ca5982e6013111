package io.encours.worklist.web;

import io.encours.platform.Problem;
import io.encours.worklist.OtherAction;
import io.encours.worklist.Outcome;
import io.encours.worklist.Remark;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Another action as forms say it: `code:` and an action of the strategy, or `type:` and any type.
final class OtherForm {

    private static final String CODE = "code:";

    private OtherForm() {}

    static OtherAction of(@Nullable String other, @Nullable String date) {
        var day = date("date", date);
        if (other != null && other.startsWith(CODE)) {
            return new OtherAction(other.substring(CODE.length()), null, day);
        }
        return new OtherAction(null, other == null ? null : other.replaceFirst("^type:", ""), day);
    }

    /// What is said with a validation. A date counts only with an outcome that may hold the item: its field is there
    /// for these alone. A box that is not ticked counts only where it was shown: else the letter is made.
    static Remark remark(Map<String, String> given) {
        var outcome = given.get("outcome");
        var holds = Arrays.stream(Outcome.values())
                .anyMatch(each -> each.holds() && each.name().equals(outcome));
        var next = given.get("next");
        return new Remark(
                given.get("comment"),
                outcome,
                given.get("expectedCode"),
                holds ? date("until", given.get("until")) : null,
                next == null || next.isBlank() ? null : of(next, given.get("nextDate")),
                !given.containsKey("letterAsked") || "true".equals(given.get("createLetter")));
    }

    /// Null: not given.
    static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "worklist.problem.date");
        }
    }
}
