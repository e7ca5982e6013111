package io.encours.importing.csv;

import io.encours.customer.CustomerField;
import io.encours.customer.CustomerRow;
import io.encours.importing.text.Amounts;
import io.encours.importing.text.Rejected;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The customers file (api.md): a row is the master data of one customer; columns the file does not have stay as they
/// are. Of several rows with one code the last one counts.
///
/// @param rows good ones
public record CustomerRows(CsvFile file, List<CustomerRow> rows, List<Rejected> rejected, int read) {

    public static final Set<String> COLUMNS = Stream.concat(
                    Stream.of("code"), Arrays.stream(CustomerField.values()).map(CustomerField::label))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> REQUIRED = Set.of("code", "name");

    /// @param agents id of a user by login
    public static CustomerRows read(Path path, Function<String, Optional<Long>> agents) throws IOException, Unreadable {
        var file = CsvFile.open(path, COLUMNS, REQUIRED);
        var known = new HashMap<String, Optional<Long>>();
        Function<String, Optional<Long>> remembered = login -> known.computeIfAbsent(login, agents);
        var rows = new ArrayList<CustomerRow>();
        var rejected = new ArrayList<Rejected>();
        var read = 0;
        try (var records = file.rows()) {
            var header = true;
            for (var row : records) {
                if (header) {
                    header = false;
                    continue;
                }
                read++;
                var checked = new CsvRow(file, row);
                var code = checked.required("code");
                var values = values(file, checked, remembered);
                if (checked.errors().isEmpty()) {
                    rows.add(new CustomerRow(checked.line(), code, values));
                } else {
                    rejected.add(new Rejected(
                            checked.line(),
                            checked.raw(),
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            List.copyOf(checked.errors())));
                }
            }
        }
        if (read == 0) {
            throw new Unreadable("importing.refusal.noLines");
        }
        return new CustomerRows(file, rows, rejected, read);
    }

    private static Map<CustomerField, String> values(
            CsvFile file, CsvRow row, Function<String, Optional<Long>> agents) {
        var values = new EnumMap<CustomerField, String>(CustomerField.class);
        for (var field : CustomerField.values()) {
            if (!file.has(field.label())) {
                continue;
            }
            var value = value(field, row);
            field.refusal(value, agents).ifPresent(reason -> row.wrong(field.label(), reason));
            values.put(field, value);
        }
        return values;
    }

    /// An amount in its plain form; any other value as it stands.
    private static String value(CustomerField field, CsvRow row) {
        var text = row.text(field.label());
        if (field != CustomerField.CREDIT_LIMIT || text.isEmpty()) {
            return text;
        }
        var limit = Amounts.parse(text);
        if (limit == Amounts.INVALID) {
            row.wrong(field.label(), "importing.reject.amount");
            return "";
        }
        return Amounts.decimal(limit).toPlainString();
    }
}
