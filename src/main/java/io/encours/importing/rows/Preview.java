package io.encours.importing.rows;

import io.encours.importing.layout.Columns;
import io.encours.importing.layout.Target;
import io.encours.importing.text.LineError;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The first rows of a file as they will be read: every value with its type, every error in its place.
///
/// @param fields that have a column, the three ways to say an amount as one
public record Preview(List<Target> fields, List<Line> lines) {

    /// A row.
    ///
    /// @param line number in the file
    public record Line(int line, List<Cell> cells) {}

    /// A value as it was understood.
    ///
    /// @param text as written
    /// @param amount null: it is none, or it could not be read
    /// @param date null: the same
    public record Cell(
            String text,
            @Nullable BigDecimal amount,
            @Nullable LocalDate date,
            List<LineError> errors) {}

    /// @param currency of the company
    /// @param agents id of a user by login
    public static Preview of(Columns columns, String currency, Function<String, Optional<Long>> agents, int most)
            throws IOException {
        var fields = fields(columns);
        var lines = new ArrayList<Line>();
        for (var row : columns.table().sample(most)) {
            var reader = new RowReader(columns, row);
            switch (columns.kind()) {
                case CUSTOMERS -> CustomerRows.customer(columns, reader, agents);
                case ITEMS -> ItemRows.line(reader, currency);
                case PAYMENTS -> PaymentRows.line(reader, currency);
                case FEC -> throw new IllegalArgumentException("A FEC has no columns of ours");
            }
            lines.add(new Line(
                    row.line(),
                    fields.stream().map(field -> cell(field, columns, reader)).toList()));
        }
        return new Preview(fields, lines);
    }

    private static List<Target> fields(Columns columns) {
        return Target.of(columns.kind()).stream()
                .filter(target -> target.need() == Target.Need.AMOUNT
                        ? target.name().equals(Target.AMOUNT)
                        : columns.has(target.name()))
                .toList();
    }

    private static Cell cell(Target field, Columns columns, RowReader row) {
        if (field.need() == Target.Need.AMOUNT) {
            var names = Stream.of(Target.AMOUNT, Target.DEBIT, Target.CREDIT, Target.SENSE)
                    .filter(columns::has)
                    .toList();
            var written = String.join(
                    " ",
                    names.stream()
                            .map(row::text)
                            .filter(text -> !text.isEmpty())
                            .toList());
            var errors =
                    names.stream().flatMap(name -> errors(name, columns, row)).toList();
            return new Cell(written, errors.isEmpty() ? row.signedAmount() : null, null, errors);
        }
        var errors = errors(field.name(), columns, row).toList();
        var text = row.text(field.name());
        return switch (field.content()) {
            case AMOUNT ->
                new Cell(text, errors.isEmpty() && !text.isEmpty() ? row.amount(field.name()) : null, null, errors);
            case DATE -> new Cell(text, null, errors.isEmpty() ? row.date(field.name()) : null, errors);
            case TEXT, CODE, EMAIL, SIREN, SIRET -> new Cell(text, null, null, errors);
        };
    }

    private static Stream<LineError> errors(String field, Columns columns, RowReader row) {
        var column = columns.columnOf(field);
        return row.errors().stream().filter(error -> error.column().equals(column));
    }
}
