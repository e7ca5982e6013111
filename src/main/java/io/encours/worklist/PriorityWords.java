package io.encours.worklist;

import io.encours.platform.web.Formats;

/// Why an action is urgent, in words (S9).
public final class PriorityWords {

    private PriorityWords() {}

    /// Texts in the language of somebody.
    @FunctionalInterface
    public interface Wording {
        String of(String key, Object... arguments);
    }

    /// "Échéance dépassée de 20 j (× 1,66)"
    public static String of(Priority.Reason reason, Formats formats, Wording words) {
        var value = switch (reason.kind()) {
            case AMOUNT -> formats.amount(reason.value());
            case OVERDUE, NOT_DUE -> formats.number(reason.value().longValue());
            case MEAN_LATENESS, DSO -> formats.decimal(reason.value());
        };
        return words.of(reason.kind().messageKey(), value, formats.decimal(reason.factor()));
    }
}
