package io.encours.importing.rows;

import io.encours.importing.layout.Columns;
import io.encours.importing.text.Headers;
import io.encours.importing.text.Unreadable;
import io.encours.receivable.LineNature;
import io.encours.receivable.StagedLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The items file (api.md): a row is one due amount of a document; a negative amount is a credit.
public final class ItemRows {

    private static final Set<LineNature> KINDS = Set.of(
            LineNature.INVOICE,
            LineNature.CREDIT_NOTE,
            LineNature.DEPOSIT,
            LineNature.DEPOSIT_INVOICE,
            LineNature.PAYMENT,
            LineNature.BILL,
            LineNature.RETENTION);

    /// What software writes instead.
    private static final Map<String, LineNature> WORDS = Map.ofEntries(
            Map.entry("FACTURE", LineNature.INVOICE),
            Map.entry("FAC", LineNature.INVOICE),
            Map.entry("FA", LineNature.INVOICE),
            Map.entry("F", LineNature.INVOICE),
            Map.entry("AVOIR", LineNature.CREDIT_NOTE),
            Map.entry("AV", LineNature.CREDIT_NOTE),
            Map.entry("A", LineNature.CREDIT_NOTE),
            Map.entry("ACOMPTE", LineNature.DEPOSIT),
            Map.entry("REGLEMENT", LineNature.PAYMENT),
            Map.entry("PAIEMENT", LineNature.PAYMENT),
            Map.entry("RGLT", LineNature.PAYMENT),
            Map.entry("EFFET", LineNature.BILL),
            Map.entry("TRAITE", LineNature.BILL),
            Map.entry("LCR", LineNature.BILL),
            Map.entry("RETENUE", LineNature.RETENTION),
            Map.entry("RETENUEDEGARANTIE", LineNature.RETENTION));

    private static final Pattern ACCOUNT = Pattern.compile("\\d{3,}.*");

    private ItemRows() {}

    /// @param currency of the company
    /// @param progress told the share read, in percent
    public static LineRows check(Columns columns, String currency, IntConsumer progress)
            throws IOException, Unreadable {
        return LineRows.check(columns, row -> line(row, currency), progress);
    }

    static Optional<StagedLine> line(RowReader row, String currency) {
        var customer = row.required("customer");
        var document = row.required("document");
        var date = row.requiredDate("documentDate");
        var signed = row.requiredAmount();
        var dueDate = row.date("dueDate");
        var kind = kind(row, signed);
        Currencies.check(row, currency);
        var control = row.text("controlAccount");
        if (!control.isEmpty() && !ACCOUNT.matcher(control).matches()) {
            row.wrong("controlAccount", "importing.reject.account");
        }
        if (!row.errors().isEmpty() || date == null || kind == null) {
            return Optional.empty();
        }
        var account = control.isEmpty() ? account(kind) : control;
        return Optional.of(new StagedLine(
                row.line(),
                customer,
                customer,
                false,
                "",
                "",
                "",
                date,
                account,
                "",
                ControlAccounts.root(account),
                customer,
                document,
                date,
                "",
                signed.max(BigDecimal.ZERO),
                signed.negate().max(BigDecimal.ZERO),
                currency,
                null,
                null,
                "",
                null,
                null,
                dueDate,
                null,
                row.optional("paymentMethod"),
                row.text("reference"),
                kind,
                false));
    }

    private static @Nullable LineNature kind(RowReader row, BigDecimal amount) {
        var text = row.text("kind").toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return amount.signum() < 0 ? LineNature.CREDIT_NOTE : LineNature.INVOICE;
        }
        var kind = Arrays.stream(LineNature.values())
                .filter(nature -> nature.name().equals(text) && KINDS.contains(nature))
                .findFirst()
                .or(() -> Optional.ofNullable(WORDS.get(Headers.plain(text))));
        if (kind.isEmpty()) {
            row.wrong("kind", "importing.reject.kind");
        }
        return kind.orElse(null);
    }

    private static String account(LineNature kind) {
        return switch (kind) {
            case DEPOSIT -> "4191";
            case BILL -> "413";
            case RETENTION -> "4117";
            case INVOICE,
                    CREDIT_NOTE,
                    PAYMENT,
                    RETURNED_PAYMENT,
                    BILL_RETURNED,
                    RETENTION_MOVED,
                    REFUND,
                    DEPOSIT_USED,
                    DEPOSIT_INVOICE,
                    BILL_CREATED,
                    DOUBTFUL,
                    WRITE_OFF,
                    DISCOUNT,
                    DIFFERENCE,
                    OPENING,
                    OTHER -> "411";
        };
    }
}
