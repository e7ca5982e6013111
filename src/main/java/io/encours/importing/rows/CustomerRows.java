package io.encours.importing.rows;

import io.encours.customer.CustomerField;
import io.encours.customer.CustomerRow;
import io.encours.importing.layout.Columns;
import io.encours.importing.text.Rejected;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// The customers file (api.md): a row is the master data of one customer; columns the file does not have stay as they
/// are. Of several rows with one code the last one counts. Read twice, as `LineRows`.
public final class CustomerRows {

    private final Columns columns;
    private final Function<String, Optional<Long>> agents;
    private final List<Rejected> rejected = new ArrayList<>();
    private final BitSet rejectedLines = new BitSet();
    private int read;

    private CustomerRows(Columns columns, Function<String, Optional<Long>> agents) {
        this.columns = columns;
        var known = new HashMap<String, Optional<Long>>();
        this.agents = login -> known.computeIfAbsent(login, agents);
    }

    /// @param agents id of a user by login
    /// @param progress told the share read, in percent
    public static CustomerRows check(Columns columns, Function<String, Optional<Long>> agents, IntConsumer progress)
            throws IOException, Unreadable {
        var checked = new CustomerRows(columns, agents);
        FirstReading.of(columns, checked::add, progress);
        return checked;
    }

    private void add(RowReader row) throws Unreadable {
        read++;
        if (customer(row).isPresent()) {
            return;
        }
        rejected.add(new Rejected(row.line(), row.raw(), BigDecimal.ZERO, BigDecimal.ZERO, List.copyOf(row.errors())));
        rejectedLines.set(row.line());
        if (rejected.size() > LineRows.MOST_REJECTS) {
            throw new Unreadable("importing.refusal.tooManyRejects", String.valueOf(LineRows.MOST_REJECTS));
        }
    }

    /// The good rows, in the order of the file.
    public void forEach(Consumer<CustomerRow> sink) throws IOException {
        try (var rows = columns.rows()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (!rejectedLines.get(row.line())) {
                    sink.accept(customer(new RowReader(columns, row)).orElseThrow());
                }
            }
        }
    }

    public Columns columns() {
        return columns;
    }

    /// What the file says about a customer.
    public List<CustomerField> fields() {
        return fields(columns);
    }

    public List<Rejected> rejected() {
        return rejected;
    }

    public int read() {
        return read;
    }

    private Optional<CustomerRow> customer(RowReader row) {
        return customer(columns, row, agents);
    }

    static Optional<CustomerRow> customer(Columns columns, RowReader row, Function<String, Optional<Long>> agents) {
        var code = row.required("code");
        var values = new EnumMap<CustomerField, String>(CustomerField.class);
        for (var field : fields(columns)) {
            var value = value(field, row);
            field.refusal(value, agents).ifPresent(reason -> row.wrong(field.label(), reason));
            values.put(field, value);
        }
        return row.errors().isEmpty() ? Optional.of(new CustomerRow(row.line(), code, values)) : Optional.empty();
    }

    private static List<CustomerField> fields(Columns columns) {
        return Arrays.stream(CustomerField.values())
                .filter(field -> columns.has(field.label()))
                .toList();
    }

    /// An amount in its plain form; any other value as it stands.
    private static String value(CustomerField field, RowReader row) {
        var text = row.text(field.label());
        if (field != CustomerField.CREDIT_LIMIT || text.isEmpty()) {
            return text;
        }
        var limit = row.amount(field.label());
        return limit == null ? "" : limit.toPlainString();
    }
}
