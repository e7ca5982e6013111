package io.encours.correspondence.letter;

import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A letter as a person or a program asks for it; checked here.
///
/// @param purpose as in `Purpose`; null: a reminder
/// @param stage as in `Stage`; null: amicable
/// @param level how firm, 1 the most courteous; null: 1
/// @param template code; null: the one for purpose, stage and level
/// @param items as given outside; null or empty: for a statement all that are open, else all that are overdue
/// @param deadline until when the customer is asked to pay
public record LetterDraft(
        @Nullable String purpose,
        @Nullable String stage,
        @Nullable Integer level,
        @Nullable String template,
        @Nullable List<String> items,
        @Nullable LocalDate deadline) {

    private static final int FIRMEST = 9;

    /// In the language of each customer.
    ///
    /// @throws Problem invalid, with every wrong field
    public TemplateUse use() {
        var checks = new Checks();
        var what = checks.choice("purpose", purpose, Purpose.class, Purpose.REMINDER);
        var when = checks.choice("stage", stage, Stage.class, Stage.AMICABLE);
        var firm = Objects.requireNonNullElse(level, 1);
        checks.that(firm >= 1 && firm <= FIRMEST, "level", "correspondence.letter.problem.level");
        checks.orRefuse();
        return new TemplateUse(
                Channel.LETTER,
                Objects.requireNonNull(what),
                Objects.requireNonNull(when),
                firm,
                "fr",
                template == null || template.isBlank() ? null : template.strip());
    }

    /// @throws Problem invalid when an item is not the customer's
    public LetterOrder to(long customerId) {
        var ids = Objects.requireNonNullElse(items, List.<String>of()).stream()
                .map(text -> RowId.parse(text)
                        .filter(id -> id.customer() == customerId)
                        .orElseThrow(() -> Problem.invalid("items", "correspondence.letter.refusal.ITEM_NOT_OPEN"))
                        .id())
                .toList();
        return new LetterOrder(customerId, ids, deadline, null, null);
    }
}
