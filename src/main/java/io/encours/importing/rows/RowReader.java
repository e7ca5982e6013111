package io.encours.importing.rows;

import io.encours.importing.ImportKind;
import io.encours.importing.layout.Columns;
import io.encours.importing.table.Row;
import io.encours.importing.text.Dates;
import io.encours.importing.text.LineError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row while it is checked: asks for values, gathers what is wrong with them.
public final class RowReader {

    private final Columns columns;
    private final Row row;
    private @Nullable RowAmount amount;
    private final List<LineError> errors = new ArrayList<>();

    public RowReader(Columns columns, Row row) {
        this.columns = columns;
        this.row = row;
    }

    public List<LineError> errors() {
        return errors;
    }

    int line() {
        return row.line();
    }

    String raw() {
        return columns.table().grid().line(row);
    }

    String text(String field) {
        return columns.value(row, field);
    }

    String required(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            wrong(field, "importing.reject.missing");
        }
        return text;
    }

    @Nullable
    String optional(String field) {
        var text = text(field);
        return text.isEmpty() ? null : text;
    }

    /// The amount of the row with the sign it has here: positive is what a customer owes, in a payments file what a
    /// customer paid; 0 when it is wrong.
    BigDecimal requiredAmount() {
        errors.addAll(amount().errors());
        return amount().value();
    }

    /// The same without looking for errors.
    BigDecimal signedAmount() {
        return amount().value();
    }

    /// For the totals, whatever is wrong with the row.
    BigDecimal debitLessCredit() {
        return columns.kind() == ImportKind.PAYMENTS ? amount().value().negate() : amount().value();
    }

    private RowAmount amount() {
        var known = amount;
        if (known == null) {
            known = new RowAmount(columns, row);
            amount = known;
        }
        return known;
    }

    /// An amount of another field; null when it is wrong.
    @Nullable
    BigDecimal amount(String field) {
        var amount = Values.amount(text(field), columns.layout(), columns.isTyped(row, field));
        if (amount == null) {
            wrong(field, "importing.reject.amount");
        }
        return amount;
    }

    @Nullable
    LocalDate date(String field) {
        var date = Values.date(text(field), columns.layout(), columns.table().grid());
        if (date == Dates.INVALID) {
            wrong(field, "importing.reject.date");
            return null;
        }
        return date == Dates.NONE ? null : Dates.of(date);
    }

    @Nullable
    LocalDate requiredDate(String field) {
        var date = date(field);
        if (date == null && errors.stream().noneMatch(error -> error.column().equals(columns.columnOf(field)))) {
            wrong(field, "importing.reject.noDate");
        }
        return date;
    }

    void wrong(String field, String reason, String... arguments) {
        errors.add(LineError.of(columns.columnOf(field), text(field), reason, arguments));
    }
}
