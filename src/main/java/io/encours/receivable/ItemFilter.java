package io.encours.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a list of items is narrowed to; null: not narrowed.
///
/// @param company code
/// @param customer code
/// @param settled false: only items with something remaining, true: only settled ones, null: all
/// @param overdue only claims past their due date, or only what is not
/// @param amountFrom remaining amount
public record ItemFilter(
        @Nullable String company,
        @Nullable String customer,
        @Nullable Boolean settled,
        @Nullable Boolean overdue,
        @Nullable ItemKind kind,
        @Nullable String controlAccount,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable BigDecimal amountFrom,
        @Nullable BigDecimal amountTo) {

    public static ItemFilter openItemsOf(String company, String customer) {
        return new ItemFilter(company, customer, false, null, null, null, null, null, null, null);
    }
}
