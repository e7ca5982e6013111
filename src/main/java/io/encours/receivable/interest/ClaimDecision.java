package io.encours.receivable.interest;

import io.encours.platform.RowId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What was done about the claim of an item; never changed. One that takes another back has its amounts below zero.
///
/// @param document of the item then
/// @param author name as it was then
/// @param reference number of the debit note
/// @param reverses the decision it takes back
public record ClaimDecision(
        RowId id,
        long itemId,
        String document,
        LocalDate dueDate,
        Kind kind,
        Amounts amounts,
        String currency,
        LocalDate decidedOn,
        OffsetDateTime recordedAt,
        String author,
        String reason,
        String reference,
        @Nullable Long reverses) {

    public enum Kind {
        INVOICED,
        WAIVED
    }
}
