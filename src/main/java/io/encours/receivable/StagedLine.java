package io.encours.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of a receivable account, read from a file and on its way into the ledger.
///
/// @param line number in the file
/// @param customerCode claimed before the lines are merged
/// @param customerName for a customer that is not known yet
/// @param unidentified the line names nobody; the customer stands for the bare account
/// @param controlAccount root of the account: 411, 4117, 413 …
/// @param entryDate the line counts from this day on
/// @param dueDate when the source has one
/// @param labelDueDate when the label has one
/// @param opening an opening entry (à-nouveau)
public record StagedLine(
        int line,
        String customerCode,
        String customerName,
        boolean unidentified,
        String journal,
        String journalLabel,
        String entryNumber,
        LocalDate entryDate,
        String account,
        String accountLabel,
        String controlAccount,
        String auxiliary,
        String document,
        @Nullable LocalDate documentDate,
        String label,
        BigDecimal debit,
        BigDecimal credit,
        String currency,
        @Nullable BigDecimal foreignAmount,
        @Nullable String foreignCurrency,
        String matchingCode,
        @Nullable LocalDate matchingDate,
        @Nullable LocalDate validationDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate labelDueDate,
        @Nullable String paymentMethod,
        String reference,
        LineNature nature,
        boolean opening) {}
