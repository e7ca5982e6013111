package io.encours.importing.layout;

import io.encours.importing.ImportKind;
import io.encours.importing.layout.Layout.DateOrder;
import io.encours.importing.layout.Layout.DecimalMark;
import io.encours.importing.table.Grid;
import io.encours.importing.table.Row;
import io.encours.importing.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the columns of an unknown layout could be, by their names and by what is in them: a proposal for the mapping
/// screen, never used without somebody having seen it.
public final class Guess {

    private static final int ENOUGH = 40;
    private static final int SAMPLE = 100;

    /// What a required field without a column speaks against a kind.
    private static final int MISSING = 30;

    /// Of two days the first one is that of the document.
    private static final Set<String> IN_EVERY_FILE = Set.of("documentDate", "date", "dueDate", Target.AMOUNT);

    /// A field for a column, and how sure that is.
    private record Match(String field, int place, int score) {}

    /// A layout, and how much speaks for it.
    private record Proposal(Layout layout, int score) {}

    private Guess() {}

    /// @param kind null: the one that fits best
    /// @param sheet empty: the first one
    /// @return empty when no row looks like a header
    public static Optional<Reading> of(Grids grids, @Nullable ImportKind kind, String sheet) throws IOException {
        Reading best = null;
        var most = -1;
        for (var grid : grids.all()) {
            if (!sheet.isEmpty() && !grid.sheet().equals(sheet)) {
                continue;
            }
            var header = header(grid);
            if (header.isEmpty()) {
                continue;
            }
            var table = new Table(grid, header.get());
            for (var one : kind == null ? kinds() : List.of(kind)) {
                var proposal = of(table, one);
                var score = proposal.score()
                        - MISSING * proposal.layout().missing(one).size();
                if (score > most || best == null) {
                    most = score;
                    best = new Reading(one, grid.sheet(), header.get().line(), proposal.layout(), "");
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// The row of names: the one with the most names that any kind knows, else the first one with two texts.
    private static Optional<Row> header(Grid grid) throws IOException {
        var rows = grid.head(Reading.HEAD).stream()
                .filter(row ->
                        row.cells().stream().filter(cell -> !cell.isEmpty()).count() >= 2)
                .toList();
        var named = rows.stream().max(Comparator.comparingInt(Guess::names).thenComparingInt(row -> -row.line()));
        return named.filter(row -> names(row) > 0).or(() -> rows.stream().findFirst());
    }

    private static int names(Row row) {
        return (int) row.cells().stream()
                .filter(cell -> kinds().stream()
                        .anyMatch(kind -> Target.of(kind).stream()
                                .anyMatch(target -> Synonyms.score(kind, target.name(), cell) > 0)))
                .count();
    }

    private static Proposal of(Table table, ImportKind kind) throws IOException {
        var sample = table.sample(SAMPLE);
        var contents = new ArrayList<ColumnContent>();
        for (var place = 0; place < table.names().size(); place++) {
            contents.add(ColumnContent.of(sample, place));
        }
        var matches = new ArrayList<Match>();
        for (var target : Target.of(kind)) {
            for (var place = 0; place < table.names().size(); place++) {
                var content = contents.get(place);
                var byName = Synonyms.score(kind, target.name(), table.names().get(place));
                var score = Math.max(
                        content.score(target.content(), byName),
                        IN_EVERY_FILE.contains(target.name()) ? content.scoreWithoutName(target.content()) : 0);
                if (score >= ENOUGH) {
                    matches.add(new Match(target.name(), place, score));
                }
            }
        }
        var columns = assigned(matches, table);
        onlyOneWayToSayTheAmount(columns);
        var monthFirst = contents.stream().anyMatch(ColumnContent::isMonthFirst);
        var layout = new Layout(
                columns, false, monthFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST, DecimalMark.EITHER);
        return new Proposal(layout, score(matches, layout));
    }

    /// Every column and every field once, the surest first.
    private static Map<String, String> assigned(List<Match> matches, Table table) {
        var columns = new HashMap<String, String>();
        var taken = new HashSet<Integer>();
        matches.sort(Comparator.comparingInt(Match::score).reversed());
        for (var match : matches) {
            if (!columns.containsKey(match.field()) && taken.add(match.place())) {
                columns.put(match.field(), table.names().get(match.place()));
            }
        }
        return columns;
    }

    private static int score(List<Match> matches, Layout layout) {
        return layout.columns().keySet().stream()
                .mapToInt(field -> matches.stream()
                        .filter(match -> match.field().equals(field))
                        .mapToInt(Match::score)
                        .max()
                        .orElse(0))
                .sum();
    }

    private static void onlyOneWayToSayTheAmount(Map<String, String> columns) {
        if (columns.containsKey(Target.DEBIT) && columns.containsKey(Target.CREDIT)) {
            columns.remove(Target.AMOUNT);
            columns.remove(Target.SENSE);
        } else {
            columns.remove(Target.DEBIT);
            columns.remove(Target.CREDIT);
        }
        if (!columns.containsKey(Target.AMOUNT)) {
            columns.remove(Target.SENSE);
        }
    }

    private static List<ImportKind> kinds() {
        return Arrays.stream(ImportKind.values())
                .filter(kind -> !Target.of(kind).isEmpty())
                .sorted(Comparator.comparing(kind -> kind != ImportKind.ITEMS))
                .toList();
    }
}
