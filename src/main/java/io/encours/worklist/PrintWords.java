package io.encours.worklist;

import io.encours.platform.web.Formats;
import io.encours.platform.web.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Texts and formats of the reader's language.
///
/// @param author who prints
public record PrintWords(Texts texts, Formats formats, LocalDate today, String author) {

    public String t(String key, Object... arguments) {
        return texts.text(formats.locale(), key, arguments);
    }

    public String language() {
        return formats.locale().getLanguage();
    }

    public String date(@Nullable LocalDate date) {
        return formats.date(date);
    }

    public String amount(BigDecimal amount) {
        return formats.amount(amount);
    }

    /// @param days since the due date, negative before it
    public String lateness(int days) {
        return days == 0
                ? t("worklist.page.dueToday")
                : t(days > 0 ? "worklist.page.daysPast" : "worklist.page.daysToGo", Math.abs(days));
    }
}
