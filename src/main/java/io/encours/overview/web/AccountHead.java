package io.encours.overview.web;

import io.encours.correspondence.contact.ContactMark;
import io.encours.customer.Customer;
import io.encours.platform.web.Address;
import io.encours.receivable.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands above every tab of a customer.
///
/// @param tab the one in view: empty for the receivables view, `exchanges`, `letters`, `ledger`,
///     `interest`, `notices`, `details`
/// @param preLitigation since when the customer is in the pre-litigation stage; null: it is not
/// @param marks why its number or address should not be used
/// @param answered day of the latest answer nobody has read; null: none
public record AccountHead(
        Customer customer,
        Position position,
        Ring ring,
        String tab,
        @Nullable LocalDate preLitigation,
        List<ContactMark> marks,
        @Nullable LocalDate answered) {

    public String path() {
        return "/customers/" + Address.part(customer.company()) + "/" + Address.part(customer.code());
    }

    /// Credits that are not deposits: payments and credit notes that settle nothing yet.
    public BigDecimal credits() {
        return position.balance()
                .subtract(position.overdue())
                .subtract(position.notDue())
                .subtract(position.deposits());
    }

    /// What identifies the customer, in one line.
    public String identity() {
        var details = customer.details();
        return Arrays.asList(customer.code(), grouped(details.siren()), details.city()).stream()
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /// A SIREN in groups of three.
    private static @Nullable String grouped(@Nullable String siren) {
        return siren == null ? null : siren.replaceAll("(\\d{3})(?=\\d)", "$1\u202f");
    }
}
