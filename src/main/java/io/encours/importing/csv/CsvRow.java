package io.encours.importing.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.encours.importing.text.Amounts;
import io.encours.importing.text.Dates;
import io.encours.importing.text.LineError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row while it is checked: asks for values, gathers what is wrong with them.
final class CsvRow {

    private final CsvFile file;
    private final CsvRecord row;
    private final List<LineError> errors = new ArrayList<>();

    CsvRow(CsvFile file, CsvRecord row) {
        this.file = file;
        this.row = row;
    }

    List<LineError> errors() {
        return errors;
    }

    int line() {
        return (int) row.getStartingLineNumber();
    }

    String raw() {
        return file.raw(row);
    }

    String text(String column) {
        return file.value(row, column);
    }

    String required(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            wrong(column, "importing.reject.missing");
        }
        return text;
    }

    @Nullable
    String optional(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    /// In ten-thousandths; 0 when it is wrong.
    long requiredAmount(String column) {
        var text = required(column);
        var amount = Amounts.parse(text);
        if (amount == Amounts.INVALID) {
            wrong(column, "importing.reject.amount");
            return 0;
        }
        return amount;
    }

    /// For the totals of a row whatever else is wrong with it.
    long amountIfAny(String column) {
        var amount = Amounts.parse(text(column));
        return amount == Amounts.INVALID ? 0 : amount;
    }

    @Nullable
    LocalDate date(String column) {
        var date = Dates.parse(text(column));
        if (date == Dates.INVALID) {
            wrong(column, "importing.reject.date");
            return null;
        }
        return date == Dates.NONE ? null : Dates.of(date);
    }

    @Nullable
    LocalDate requiredDate(String column) {
        var date = date(column);
        if (date == null && errors.stream().noneMatch(error -> error.column().equals(column))) {
            wrong(column, "importing.reject.noDate");
        }
        return date;
    }

    void wrong(String column, String reason, String... arguments) {
        errors.add(LineError.of(column, text(column), reason, arguments));
    }
}
