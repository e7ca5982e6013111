package io.encours.importing;

import io.encours.importing.fec.FecFile;
import io.encours.importing.text.TextFile;
import io.encours.importing.text.Unreadable;
import io.encours.receivable.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// The importer of each kind of file, and how a file without kind is recognised.
@Component
class Importers {

    private final Importer fec;

    Importers(Ledger ledger) {
        this.fec = new FecImport(ledger);
    }

    Importer of(ImportKind kind) {
        return fec;
    }

    /// @throws Unreadable when it is nothing we know
    ImportKind recognise(Path file, String fileName) throws IOException, Unreadable {
        var firstLine = TextFile.open(file).firstLine();
        if (FecFile.isLegalName(fileName) || FecFile.looksLikeOne(firstLine)) {
            return ImportKind.FEC;
        }
        throw new Unreadable("importing.refusal.unrecognised");
    }
}
