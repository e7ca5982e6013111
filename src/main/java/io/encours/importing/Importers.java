package io.encours.importing;

import io.encours.customer.Customers;
import io.encours.importing.csv.CsvFile;
import io.encours.importing.csv.CustomerRows;
import io.encours.importing.csv.ItemRows;
import io.encours.importing.csv.PaymentRows;
import io.encours.importing.fec.FecFile;
import io.encours.importing.text.TextFile;
import io.encours.importing.text.Unreadable;
import io.encours.receivable.Ledger;
import io.encours.receivable.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The importer of each kind of file, and how a file without kind is recognised.
@Component
class Importers {

    /// A first line with fewer columns of a kind than this is something else.
    private static final int ENOUGH_COLUMNS = 2;

    private static final Map<ImportKind, Set<String>> COLUMNS = Map.of(
            ImportKind.CUSTOMERS, CustomerRows.COLUMNS,
            ImportKind.ITEMS, ItemRows.COLUMNS,
            ImportKind.PAYMENTS, PaymentRows.COLUMNS);

    private final Importer fec;
    private final Importer customers;
    private final Importer items;
    private final Importer payments;

    Importers(Ledger ledger, Customers customers) {
        this.fec = new FecImport(ledger);
        this.customers = new CustomersImport(customers);
        this.items = new LinesImport(ledger, Source.ITEMS, ItemRows::read);
        this.payments = new LinesImport(ledger, Source.PAYMENTS, PaymentRows::read);
    }

    Importer of(ImportKind kind) {
        return switch (kind) {
            case FEC -> fec;
            case CUSTOMERS -> customers;
            case ITEMS -> items;
            case PAYMENTS -> payments;
        };
    }

    /// @throws Unreadable when it is nothing we know
    ImportKind recognise(Path file, String fileName) throws IOException, Unreadable {
        var firstLine = TextFile.open(file).firstLine();
        if (FecFile.isLegalName(fileName) || FecFile.looksLikeOne(firstLine)) {
            return ImportKind.FEC;
        }
        var best = COLUMNS.keySet().stream()
                .max(Comparator.comparingInt(kind -> CsvFile.columnsOf(firstLine, columns(kind))))
                .orElseThrow();
        if (CsvFile.columnsOf(firstLine, columns(best)) < ENOUGH_COLUMNS) {
            throw new Unreadable("importing.refusal.unrecognised");
        }
        return best;
    }

    private static Set<String> columns(ImportKind kind) {
        return COLUMNS.getOrDefault(kind, Set.of());
    }
}
