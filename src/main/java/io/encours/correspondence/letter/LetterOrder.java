package io.encours.correspondence.letter;

import io.encours.correspondence.MergeData.Charges;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter that somebody wants.
///
/// @param items ids of the customer's items; empty: for a statement all that are open, else all that are overdue and
/// not
///     paid
/// @param deadline until when the customer is asked to pay; null: none is set
/// @param charges interest and indemnities claimed with it; null: none
/// @param annex a further part after the signature, a fragment of well-formed XHTML that is safe; null: none
public record LetterOrder(
        long customerId,
        List<Long> items,
        @Nullable LocalDate deadline,
        @Nullable Charges charges,
        @Nullable String annex) {

    public LetterOrder {
        items = List.copyOf(items);
    }

    /// Days a reminder gives to pay, unless something else is said.
    public static final int DAYS_TO_PAY = 8;

    public static LetterOrder about(long customerId, List<Long> items) {
        return new LetterOrder(customerId, items, null, null, null);
    }
}
