package io.encours.importing.layout;

import io.encours.importing.table.Grid;
import io.encours.importing.table.Separators;
import io.encours.importing.text.TextFile;
import io.encours.importing.text.Unreadable;
import io.encours.importing.xlsx.Workbook;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grids of a file: one of a text, one for each visible sheet of a workbook. Open as long as they are read.
public final class Grids implements Closeable {

    private final List<? extends Grid> all;
    private final @Nullable Workbook workbook;

    private Grids(List<? extends Grid> all, @Nullable Workbook workbook) {
        this.all = all;
        this.workbook = workbook;
    }

    /// @throws Unreadable when it is neither a text nor a workbook
    public static Grids open(Path file) throws IOException, Unreadable {
        if (Workbook.looksLikeOne(file)) {
            var workbook = Workbook.open(file);
            return new Grids(workbook.sheets(), workbook);
        }
        return new Grids(List.of(Separators.grid(TextFile.open(file))), null);
    }

    public List<? extends Grid> all() {
        return all;
    }

    @Override
    public void close() throws IOException {
        if (workbook != null) {
            workbook.close();
        }
    }
}
