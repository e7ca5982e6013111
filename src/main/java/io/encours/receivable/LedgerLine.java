package io.encours.receivable;

import io.encours.platform.RowId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line of a customer's account, with the running balance after it.
///
/// @param matchingCode blank when the line was not matched as of the day
/// @param remaining of the item the line is, as of the day
/// @param balance of all lines up to this one
public record LedgerLine(
        RowId id,
        LocalDate entryDate,
        String journal,
        String entryNumber,
        String account,
        String controlAccount,
        String document,
        LocalDate documentDate,
        LocalDate dueDate,
        String label,
        BigDecimal debit,
        BigDecimal credit,
        String currency,
        String matchingCode,
        @Nullable LocalDate matchingDate,
        BigDecimal remaining,
        BigDecimal balance) {}
