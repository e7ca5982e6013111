package io.encours.importing.csv;

import io.encours.importing.text.Amounts;
import io.encours.importing.text.Unreadable;
import io.encours.receivable.LineNature;
import io.encours.receivable.StagedLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// The payments file (api.md): a row is money received, positive; with a document it settles that document, without one
/// it stays unallocated. A negative amount is money that went back.
public final class PaymentRows {

    public static final Set<String> COLUMNS =
            Set.of("customer", "date", "amount", "document", "reference", "paymentMethod", "currency");
    private static final Set<String> REQUIRED = Set.of("customer", "date", "amount");

    private PaymentRows() {}

    /// @param currency of the company
    public static CsvLines read(Path path, String currency) throws IOException, Unreadable {
        var file = CsvFile.open(path, COLUMNS, REQUIRED);
        return CsvLines.read(file, row -> line(row, currency), true);
    }

    private static Optional<StagedLine> line(CsvRow row, String currency) {
        var customer = row.required("customer");
        var date = row.requiredDate("date");
        var received = Amounts.decimal(row.requiredAmount("amount"));
        Currencies.check(row, currency);
        if (!row.errors().isEmpty() || date == null) {
            return Optional.empty();
        }
        return Optional.of(new StagedLine(
                row.line(),
                customer,
                customer,
                false,
                "",
                "",
                "",
                date,
                "411",
                "",
                "411",
                customer,
                row.text("document"),
                date,
                "",
                received.negate().max(BigDecimal.ZERO),
                received.max(BigDecimal.ZERO),
                currency,
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                row.optional("paymentMethod"),
                row.text("reference"),
                received.signum() < 0 ? LineNature.REFUND : LineNature.PAYMENT,
                false));
    }
}
