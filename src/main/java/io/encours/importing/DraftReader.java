package io.encours.importing;

import io.encours.customer.Customers;
import io.encours.importing.Draft.Origin;
import io.encours.importing.DraftContent.Column;
import io.encours.importing.DraftStore.Said;
import io.encours.importing.layout.Columns;
import io.encours.importing.layout.Grids;
import io.encours.importing.layout.Guess;
import io.encours.importing.layout.KeptLayout;
import io.encours.importing.layout.Reading;
import io.encours.importing.layout.Recognition;
import io.encours.importing.layout.Target;
import io.encours.importing.rows.Preview;
import io.encours.importing.table.Grid;
import io.encours.importing.table.Rows;
import io.encours.importing.table.Table;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks into the files of drafts.
@Component
class DraftReader {

    private static final int PREVIEWED = 20;
    private static final int SAMPLES = 3;

    private final Importers importers;
    private final Customers customers;

    DraftReader(Importers importers, Customers customers) {
        this.importers = importers;
        this.customers = customers;
    }

    /// What the file is, and how it could be read when it is not recognised.
    ///
    /// @param kind null: any
    /// @param sheet empty: any
    Said recognise(Path file, String fileName, @Nullable ImportKind kind, String sheet, List<KeptLayout> kept)
            throws IOException {
        try {
            var recognised = importers.recognise(file, fileName, kind, new Recognition(kind, sheet, kept));
            return new Said(recognised.kind(), recognised.reading(), Origin.RECOGNISED, null, List.of());
        } catch (Unreadable refusal) {
            return guess(file, kind, sheet, refusal);
        }
    }

    private static Said guess(Path file, @Nullable ImportKind kind, String sheet, Unreadable refusal)
            throws IOException {
        try (var grids = Grids.open(file)) {
            return Guess.of(grids, kind, sheet)
                    .map(reading -> new Said(reading.kind(), reading, Origin.GUESSED, null, List.of()))
                    .orElseGet(() -> unreadable(kind, refusal.reason(), refusal.arguments()));
        } catch (Unreadable unreadable) {
            return unreadable(kind, unreadable.reason(), unreadable.arguments());
        } catch (Rows.Broken broken) {
            return unreadable(kind, broken.reason(), List.of());
        }
    }

    private static Said unreadable(@Nullable ImportKind kind, String reason, List<String> arguments) {
        return new Said(kind, null, Origin.UNREADABLE, reason, arguments);
    }

    /// @param currency of the company
    DraftContent content(Path file, Reading reading, String currency) throws IOException {
        try (var grids = Grids.open(file)) {
            var table = reading.table(grids);
            var missing = reading.layout().missing(reading.kind());
            return new DraftContent(
                    grids.all().stream().map(Grid::sheet).toList(),
                    columns(table),
                    Target.of(reading.kind()),
                    missing.isEmpty()
                            ? Preview.of(
                                    Columns.of(table, reading.kind(), reading.layout()),
                                    currency,
                                    customers::agent,
                                    PREVIEWED)
                            : null,
                    missing);
        } catch (Unreadable | Rows.Broken gone) {
            return DraftContent.nothing();
        }
    }

    private static List<Column> columns(Table table) throws IOException {
        var rows = table.sample(PREVIEWED);
        var columns = new ArrayList<Column>();
        for (var place = 0; place < table.names().size(); place++) {
            var at = place;
            if (!table.names().get(place).isEmpty()) {
                columns.add(new Column(
                        table.names().get(place),
                        rows.stream()
                                .map(row -> row.cell(at))
                                .filter(value -> !value.isEmpty())
                                .distinct()
                                .limit(SAMPLES)
                                .toList()));
            }
        }
        return columns;
    }
}
