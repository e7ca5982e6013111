package io.encours.platform.database;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/// New records on their way into their table by `COPY`: a third of the time of an `insert` for many, no slower
/// for one. For tables whose rows nobody else could have written: there is no `on conflict`.
public final class CopyRecords {

    private CopyRecords() {}

    /// Writes records in the transaction of the caller.
    ///
    /// @param records of one table, all with the same columns set; columns that are not set take their default
    public static void insert(DSLContext db, List<? extends TableRecord<?>> records) {
        if (records.isEmpty()) {
            return;
        }
        var first = records.getFirst();
        var columns = Arrays.stream(first.fields()).filter(first::touched).toList();
        var names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        db.connection(connection -> {
            try (var rows = new CopyRows(connection, db.render(first.getTable()) + " (" + names + ")")) {
                for (var record : records) {
                    for (var column : columns) {
                        add(rows, record.get(column));
                    }
                    rows.end();
                }
                rows.finish();
            }
        });
    }

    private static void add(CopyRows rows, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> rows.add((String) null);
            case BigDecimal number -> rows.add(number);
            case LocalDate date -> rows.add(date);
            case Boolean truth -> rows.add(truth.booleanValue());
            case byte[] bytes -> rows.add("\\x" + HexFormat.of().formatHex(bytes));
            case Object[] array -> rows.add(array(array));
            default -> rows.add(value.toString());
        }
    }

    /// As PostgreSQL writes an array of texts.
    private static String array(Object[] values) {
        return Arrays.stream(values)
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
