package io.encours.worklist;

import io.encours.customer.CustomerCriteria;
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
/// @param group,person,site,country,riskClass of the customer
/// @param currency of the items
/// @param side which of them count
/// @param documentFrom,documentTo date of the document
/// @param enteredFrom,enteredTo day in the ledger
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
        @Nullable String site,
        @Nullable String country,
        @Nullable String riskClass,
        @Nullable String currency,
        @Nullable Side side,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate documentFrom,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate documentTo,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate enteredFrom,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate enteredTo) {

    /// What an item is for the customer, or which figure it is part of (docs/decisions/0023).
    public enum Side {
        CLAIMS,
        CREDITS,
        /// Claims but bills of exchange.
        PLAIN_CLAIMS,
        /// Bills of exchange the customer owes.
        BILLS,
        /// Payments received.
        PAYMENTS,
        /// Invoices and credit notes that are turnover, settled or not.
        TURNOVER,
        /// What falls due, settled or not.
        DUE,
        /// Money received and money that went back.
        RECEIVED;

        /// Whether the figure is what items were, not what remains of them.
        public boolean isWhatWas() {
            return switch (this) {
                case CLAIMS, CREDITS, PLAIN_CLAIMS, BILLS, PAYMENTS -> false;
                case TURNOVER, DUE, RECEIVED -> true;
            };
        }
    }

    /// What a customer owes now.
    public static ItemFilter openOf(String company, String customer) {
        return new ItemFilter(
                company,
                customer,
                null,
                ItemView.State.OPEN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    CustomerCriteria customers() {
        return new CustomerCriteria(agent, group, person, site, country, riskClass);
    }
}
