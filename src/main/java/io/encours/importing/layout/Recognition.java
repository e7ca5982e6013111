package io.encours.importing.layout;

import io.encours.importing.ImportKind;
import io.encours.importing.table.Row;
import io.encours.importing.text.Headers;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the header of a file and what it means: the first row, on the first sheet, that has all the names of api.md,
/// or
/// that a mapping was kept for.
public final class Recognition {

    /// A first line with fewer known names than this is something else.
    private static final int ENOUGH_COLUMNS = 2;

    private final @Nullable ImportKind kind;
    private final String sheet;
    private final List<KeptLayout> kept;

    /// @param kind null: any
    /// @param sheet empty: any
    public Recognition(@Nullable ImportKind kind, String sheet, List<KeptLayout> kept) {
        this.kind = kind;
        this.sheet = sheet;
        this.kept = kept;
    }

    /// @throws Unreadable with what is missing, when nothing fits
    public Reading of(Grids grids) throws IOException, Unreadable {
        var found = find(grids);
        if (found.isPresent()) {
            return found.get();
        }
        throw refusal(grids);
    }

    public Optional<Reading> find(Grids grids) throws IOException {
        for (var grid : grids.all()) {
            if (!sheet.isEmpty() && !grid.sheet().equals(sheet)) {
                continue;
            }
            for (var row : grid.head(Reading.HEAD)) {
                var reading = reading(grid.sheet(), row);
                if (reading.isPresent()) {
                    return reading;
                }
            }
        }
        return Optional.empty();
    }

    /// Reads the file as a kept mapping says: the header is the first row that has all its columns.
    ///
    /// @throws Unreadable when no row has them
    public Reading by(KeptLayout mapping, Grids grids) throws IOException, Unreadable {
        var wanted =
                mapping.layout().columns().values().stream().map(Headers::plain).toList();
        for (var grid : grids.all()) {
            if (!sheet.isEmpty() && !grid.sheet().equals(sheet)) {
                continue;
            }
            for (var row : grid.head(Reading.HEAD)) {
                if (row.cells().stream().map(Headers::plain).toList().containsAll(wanted)) {
                    return new Reading(mapping.kind(), grid.sheet(), row.line(), mapping.layout(), mapping.name());
                }
            }
        }
        throw new Unreadable("importing.refusal.notThatMapping", mapping.name());
    }

    /// What tells a header again, whatever the order of its columns.
    public static String fingerprint(List<String> header) {
        return header.stream()
                .map(Headers::plain)
                .filter(name -> !name.isEmpty() && !name.equals(Headers.plain(Headers.REJECT_REASON)))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Optional<Reading> reading(String sheet, Row row) {
        var canonical = kinds().map(one -> new Reading(one, sheet, row.line(), Layout.canonical(one, row.cells()), ""))
                .filter(reading -> reading.layout().missing(reading.kind()).isEmpty())
                .max(Comparator.comparingInt(
                        reading -> reading.layout().columns().size()));
        if (canonical.isPresent()) {
            return canonical;
        }
        var fingerprint = fingerprint(row.cells());
        return kept.stream()
                .filter(layout -> kind == null || layout.kind() == kind)
                .filter(layout -> layout.fingerprint().equals(fingerprint))
                .findFirst()
                .map(layout -> new Reading(layout.kind(), sheet, row.line(), layout.layout(), layout.name()));
    }

    private Unreadable refusal(Grids grids) throws IOException {
        Unreadable best = new Unreadable("importing.refusal.unrecognised");
        var most = kind == null ? ENOUGH_COLUMNS - 1 : -1;
        for (var grid : grids.all()) {
            for (var row : grid.head(Reading.HEAD)) {
                for (var one : kinds().toList()) {
                    var layout = Layout.canonical(one, row.cells());
                    if (layout.columns().size() > most) {
                        most = layout.columns().size();
                        best = new Unreadable(
                                "importing.refusal.unknownLayout",
                                String.join(", ", layout.missing(one)),
                                row.cells().stream()
                                        .filter(name -> !name.isEmpty())
                                        .collect(Collectors.joining(", ")));
                    }
                }
            }
        }
        return best;
    }

    private Stream<ImportKind> kinds() {
        return Arrays.stream(ImportKind.values())
                .filter(one -> !Target.of(one).isEmpty())
                .filter(one -> kind == null || one == kind);
    }
}
