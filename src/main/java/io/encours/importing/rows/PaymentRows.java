package io.encours.importing.rows;

import io.encours.importing.layout.Columns;
import io.encours.importing.text.Unreadable;
import io.encours.receivable.LineNature;
import io.encours.receivable.StagedLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntConsumer;

/// The payments file (api.md): a row is money received, positive; with a document it settles that document, without one
/// it stays unallocated. A negative amount is money that went back.
public final class PaymentRows {

    private PaymentRows() {}

    /// @param currency of the company
    /// @param progress told the share read, in percent
    public static LineRows check(Columns columns, String currency, IntConsumer progress)
            throws IOException, Unreadable {
        return LineRows.check(columns, row -> line(row, currency), progress);
    }

    static Optional<StagedLine> line(RowReader row, String currency) {
        var customer = row.required("customer");
        var date = row.requiredDate("date");
        var received = row.requiredAmount();
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
