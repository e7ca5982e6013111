package io.encours.importing;

import io.encours.customer.Customers;
import io.encours.importing.fec.FecFile;
import io.encours.importing.layout.Grids;
import io.encours.importing.layout.KeptLayout;
import io.encours.importing.layout.Recognition;
import io.encours.importing.rows.ItemRows;
import io.encours.importing.rows.PaymentRows;
import io.encours.importing.table.Rows;
import io.encours.importing.text.TextFile;
import io.encours.importing.text.Unreadable;
import io.encours.importing.xlsx.Workbook;
import io.encours.receivable.Ledger;
import io.encours.receivable.Source;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The importer of each kind of file, and how a file without kind is recognised.
@Component
class Importers {

    private final Importer fec;
    private final Importer customers;
    private final Importer items;
    private final Importer payments;

    Importers(Ledger ledger, Customers customers) {
        this.fec = new FecImport(ledger);
        this.customers = new CustomersImport(customers);
        this.items = new LinesImport(ledger, Source.ITEMS, ItemRows::check);
        this.payments = new LinesImport(ledger, Source.PAYMENTS, PaymentRows::check);
    }

    Importer of(ImportKind kind) {
        return switch (kind) {
            case FEC -> fec;
            case CUSTOMERS -> customers;
            case ITEMS -> items;
            case PAYMENTS -> payments;
        };
    }

    /// @param kind null: any
    /// @throws Unreadable when it is nothing we know
    Recognised recognise(Path file, String fileName, @Nullable ImportKind kind, Recognition recognition)
            throws IOException, Unreadable {
        var isText = !Workbook.looksLikeOne(file);
        if (kind == ImportKind.FEC || (kind == null && isText && FecFile.isLegalName(fileName))) {
            return new Recognised(ImportKind.FEC, null);
        }
        Unreadable noFec = null;
        if (kind == null && isText) {
            try {
                if (isFec(file, fileName)) {
                    return new Recognised(ImportKind.FEC, null);
                }
            } catch (Unreadable lacking) {
                noFec = lacking;
            }
        }
        try (var grids = Grids.open(file)) {
            var found = recognition.find(grids);
            if (found.isEmpty() && noFec != null) {
                throw noFec;
            }
            var reading = found.isPresent() ? found.get() : recognition.of(grids);
            return new Recognised(reading.kind(), reading);
        } catch (Rows.Broken broken) {
            throw new Unreadable(broken.reason());
        }
    }

    /// @throws Unreadable when the file does not have the columns of the mapping
    Recognised byMapping(Path file, KeptLayout mapping, Recognition recognition) throws IOException, Unreadable {
        try (var grids = Grids.open(file)) {
            return new Recognised(mapping.kind(), recognition.by(mapping, grids));
        } catch (Rows.Broken broken) {
            throw new Unreadable(broken.reason());
        }
    }

    /// @throws Unreadable when it looks like one and lacks what one must have
    private static boolean isFec(Path file, String fileName) throws IOException, Unreadable {
        if (!FecFile.looksLikeOne(TextFile.open(file).firstLine())) {
            return false;
        }
        FecFile.open(file, fileName);
        return true;
    }
}
