package io.encours.worklist;

import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.worklist.Presentation.Level;
import io.encours.worklist.Ticked.Line;
import io.encours.worklist.mirror.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Finds the lines that are ticked, groups and filters resolved by the plan as it is now.
@Component
class TickedLines {

    private static final int MOST = 100_000;

    private final Pickers pickers;

    TickedLines(Pickers pickers) {
        this.pickers = pickers;
    }

    /// By item, each once; those named singly say which step was seen. In the scope as far as they are of groups and
    /// filters; single lines are checked by whoever reads them.
    ///
    /// @throws Problem when nothing is ticked, or more than 100 000 lines
    Map<RowId, Line> of(Scope scope, Ticked ticked) {
        var found = new LinkedHashMap<RowId, Line>();
        if (ticked.everything()) {
            add(found, new Selection(scope, ticked.filter(), Selection.ALL));
        }
        for (var group : ticked.groups()) {
            add(found, new Selection(scope, ticked.filter(), GroupKey.parse(ticked.presentation(), group)));
        }
        ticked.lines().forEach(line -> found.put(line.item(), line));
        if (found.isEmpty()) {
            throw Problem.refused("worklist.problem.nothingTicked");
        }
        if (found.size() > MOST) {
            throw Problem.refused("worklist.problem.tooMany", String.valueOf(MOST));
        }
        return found;
    }

    /// The same lines as the presentation shows them: in the order of its groups, and inside of these in that of its
    /// lines.
    /// What is not in the plan any more is left out.
    List<LineKey> inOrder(Scope scope, Ticked ticked) {
        var wanted = of(scope, ticked).keySet();
        var picker = pickers.of(new Selection(scope, Filter.NONE, Selection.ALL));
        var presentation = ticked.presentation();
        var placed = new ArrayList<Placed>();
        for (var id : wanted.stream().map(RowId::customer).distinct().toList()) {
            picker.customer(id)
                    .ifPresent(customer -> picker.lines(line -> {
                        if (wanted.contains(new RowId(id, customer.item(line)))) {
                            var step = picker.step(customer, line);
                            var key = LineKey.of(presentation, customer, line, step, picker.place());
                            placed.add(new Placed(key, step, picker.place()));
                        }
                    }));
        }
        return placed.stream()
                .sorted(level(presentation.groups())
                        .thenComparing(level(presentation.inside()))
                        .thenComparing(Placed::key))
                .map(Placed::key)
                .toList();
    }

    /// @param place of the customer by name
    private record Placed(LineKey key, Step step, int place) {}

    private static Comparator<Placed> level(Level level) {
        return switch (level) {
            case CUSTOMER -> Comparator.comparingInt(Placed::place);
            case ACTION ->
                Comparator.<Placed>comparingInt(line -> line.step().position())
                        .thenComparing(line -> line.step().code(), Comparator.nullsLast(Comparator.naturalOrder()));
            case ITEM -> Comparator.comparing(Placed::key);
        };
    }

    private void add(Map<RowId, Line> found, Selection selection) {
        var picker = pickers.of(selection);
        picker.customers(0, customer -> {
            picker.lines(line -> {
                var item = new RowId(customer.id(), customer.item(line));
                found.putIfAbsent(item, Line.of(item));
            });
            return found.size() <= MOST;
        });
    }
}
