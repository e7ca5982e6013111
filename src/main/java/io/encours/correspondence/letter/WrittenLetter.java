package io.encours.correspondence.letter;

import io.encours.correspondence.Filled;
import io.encours.correspondence.letter.Account.OpenItem;
import io.encours.customer.Customer;
import io.encours.platform.RowId;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter that is made and not yet kept.
final class WrittenLetter {

    private final LetterOrder order;
    private final Customer customer;
    private final long number;
    private final Purpose purpose;
    private final Stage stage;
    private final LocalDate dated;
    private final Filled filled;
    private final List<OpenItem> items;
    private final BigDecimal amount;
    private final String markup;
    private final @Nullable PrintedSheet printed;

    /// @param markup the whole of it
    /// @param printed null: it is drawn later
    WrittenLetter(
            LetterOrder order,
            Customer customer,
            long number,
            Purpose purpose,
            Stage stage,
            LetterSheet sheet,
            List<OpenItem> items,
            String markup,
            @Nullable PrintedSheet printed) {
        this.order = order;
        this.customer = customer;
        this.number = number;
        this.purpose = purpose;
        this.stage = stage;
        this.dated = sheet.data().today();
        this.filled = sheet.filled();
        this.items = items;
        this.amount = sheet.toPay();
        this.markup = markup;
        this.printed = printed;
    }

    RowId id() {
        return new RowId(customer.id(), number);
    }

    LetterOrder order() {
        return order;
    }

    Customer customer() {
        return customer;
    }

    Purpose purpose() {
        return purpose;
    }

    Stage stage() {
        return stage;
    }

    LocalDate dated() {
        return dated;
    }

    Filled filled() {
        return filled;
    }

    List<OpenItem> items() {
        return items;
    }

    BigDecimal amount() {
        return amount;
    }

    String markup() {
        return markup;
    }

    @Nullable
    PrintedSheet printed() {
        return printed;
    }
}
