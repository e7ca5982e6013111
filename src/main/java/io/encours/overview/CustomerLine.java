package io.encours.overview;

import io.encours.customer.Customer;
import io.encours.receivable.Position;
import java.math.BigDecimal;

/// A customer of the list, with the position.
public record CustomerLine(Customer customer, Position position) {

    /// All that is in the customer's favour, negative or 0.
    public BigDecimal credits() {
        return position.balance().subtract(position.overdue()).subtract(position.notDue());
    }
}
