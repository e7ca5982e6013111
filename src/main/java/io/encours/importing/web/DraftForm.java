package io.encours.importing.web;

import io.encours.importing.Draft;
import io.encours.importing.Drafts.Saying;
import io.encours.importing.ImportKind;
import io.encours.importing.layout.Layout;
import io.encours.importing.layout.Layout.DateOrder;
import io.encours.importing.layout.Layout.DecimalMark;
import io.encours.importing.layout.Target;
import io.encours.importing.layout.Target.Need;
import io.encours.importing.web.DraftView.AmountForm;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the mapping screen sends.
final class DraftForm {

    static final String COLUMN = "column.";

    private DraftForm() {}

    static Saying of(Map<String, String> form, Draft draft, LocalDate today) {
        var kind = ImportKind.of(form.getOrDefault("kind", ""))
                .orElseGet(() -> Objects.requireNonNullElse(draft.kind(), ImportKind.ITEMS));
        var full = form.getOrDefault("mode", "delta").equals("full");
        return new Saying(
                kind,
                form.getOrDefault("sheet", ""),
                form.containsKey("dates") ? layout(form, kind) : null,
                form.containsKey("keep") ? form.getOrDefault("keepAs", "") : "",
                full ? day(form.getOrDefault("asOf", ""), today) : null);
    }

    private static Layout layout(Map<String, String> form, ImportKind kind) {
        var amounts = AmountForm.valueOf(form.getOrDefault("amountForm", AmountForm.COLUMN.name()));
        var columns = new HashMap<String, String>();
        for (var target : Target.of(kind)) {
            var column = form.getOrDefault(COLUMN + target.name(), "");
            if (!column.isEmpty()
                    && (target.need() != Need.AMOUNT || amounts.fields().contains(target.name()))) {
                columns.put(target.name(), column);
            }
        }
        return new Layout(
                columns,
                form.containsKey("inverted"),
                DateOrder.valueOf(form.getOrDefault("dates", DateOrder.DAY_FIRST.name())),
                DecimalMark.valueOf(form.getOrDefault("decimals", DecimalMark.EITHER.name())));
    }

    private static LocalDate day(@Nullable String text, LocalDate today) {
        try {
            var day = LocalDate.parse(Objects.requireNonNullElse(text, ""));
            return day.isAfter(today) ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }
}
