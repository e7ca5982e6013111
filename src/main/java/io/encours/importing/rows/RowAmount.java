package io.encours.importing.rows;

import io.encours.importing.ImportKind;
import io.encours.importing.layout.Columns;
import io.encours.importing.layout.Target;
import io.encours.importing.table.Row;
import io.encours.importing.text.LineError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The amount of a row, said in one of three ways: one signed column, debit and credit apart, or an amount beside its
/// sense. What cannot be read counts as nothing in the totals, and is an error of the row.
final class RowAmount {

    private static final Set<String> DEBIT = Set.of("D", "DB", "DEBIT", "DÉBIT", "+", "+1", "1", "DR");
    private static final Set<String> CREDIT = Set.of("C", "CR", "CREDIT", "CRÉDIT", "-", "-1");

    private final Columns columns;
    private final Row row;
    private final List<LineError> errors = new ArrayList<>();
    private final BigDecimal value;

    RowAmount(Columns columns, Row row) {
        this.columns = columns;
        this.row = row;
        var layout = columns.layout();
        var signed = layout.hasDebitAndCredit()
                ? turned(part(Target.DEBIT, false).subtract(part(Target.CREDIT, false)))
                : layout.has(Target.SENSE) ? turned(withSense(part(Target.AMOUNT, true))) : part(Target.AMOUNT, true);
        this.value = layout.inverted() ? signed.negate() : signed;
        if (layout.hasDebitAndCredit()
                && columns.value(row, Target.DEBIT).isEmpty()
                && columns.value(row, Target.CREDIT).isEmpty()) {
            wrong(layout.has(Target.DEBIT) ? Target.DEBIT : Target.CREDIT, "importing.reject.missing");
        }
    }

    BigDecimal value() {
        return value;
    }

    List<LineError> errors() {
        return errors;
    }

    /// In a payments file what a customer paid is positive.
    private BigDecimal turned(BigDecimal debitLessCredit) {
        return columns.kind() == ImportKind.PAYMENTS ? debitLessCredit.negate() : debitLessCredit;
    }

    private BigDecimal part(String field, boolean required) {
        var text = columns.value(row, field);
        if (required && text.isEmpty()) {
            wrong(field, "importing.reject.missing");
            return BigDecimal.ZERO;
        }
        var amount = Values.amount(text, columns.layout(), columns.isTyped(row, field));
        if (amount == null) {
            wrong(field, "importing.reject.amount");
            return BigDecimal.ZERO;
        }
        return amount;
    }

    private BigDecimal withSense(BigDecimal amount) {
        var sense = columns.value(row, Target.SENSE).toUpperCase(Locale.ROOT);
        if (DEBIT.contains(sense)) {
            return amount;
        }
        if (CREDIT.contains(sense)) {
            return amount.negate();
        }
        wrong(Target.SENSE, "importing.reject.sense");
        return amount;
    }

    private void wrong(String field, String reason) {
        errors.add(LineError.of(columns.columnOf(field), columns.value(row, field), reason));
    }
}
