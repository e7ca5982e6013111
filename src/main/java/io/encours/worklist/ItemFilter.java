package io.encours.worklist;

import io.encours.receivable.ItemKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// Which items are wanted; null: whatever it is. Bounds are included.
///
/// @param company code
/// @param customer code
/// @param asOf remaining amounts and states are those of the end of that day; items entered later are not there
/// @param agent login of the customer's collector, `-`: customers without one
/// @param group,person,country,riskClass of the customer
/// @param side claims or credits
/// @param state OPEN: something remains; PARTLY_SETTLED: something remains and something was settled; SETTLED
public record ItemFilter(
        @Nullable String company,
        @Nullable String customer,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
        ItemView.@Nullable State state,
        @Nullable ItemKind kind,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueFrom,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueTo,
        @Nullable String agent,
        @Nullable String group,
        @Nullable String person,
        @Nullable String country,
        @Nullable String riskClass,
        @Nullable Side side) {

    /// What an item is for the customer.
    public enum Side {
        CLAIMS,
        CREDITS
    }

    /// What a customer owes now.
    public static ItemFilter openOf(String company, String customer) {
        return new ItemFilter(
                company, customer, null, ItemView.State.OPEN, null, null, null, null, null, null, null, null, null);
    }
}
