package io.encours.worklist;

import io.encours.platform.ActionId;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is ticked in the supervisor (*pointé*, S5): lines, groups as the presentation shows them, or all that match the
/// filter.
///
/// @param groups keys of `Supervisor.groups`, with the filter and the presentation they were shown in
/// @param everything all that match the filter, also what was never shown
public record Ticked(
        Filter filter, Presentation presentation, List<Line> lines, List<String> groups, boolean everything) {

    /// A line.
    ///
    /// @param occurrence the step the person saw; null: a credit, or whatever is next
    /// @param code of the action the person saw; null: not checked
    public record Line(
            RowId item,
            @Nullable Integer occurrence,
            @Nullable String code) {

        private static final char CODE = '~';

        static Line of(RowId item) {
            return new Line(item, null, null);
        }

        /// Written as the id of an action or of an item, with the code of the action after a tilde if it shall be
        /// checked:
        /// `1042-7-2~RELANCE-1`.
        ///
        /// @throws Problem when it is neither
        public static Line parse(@Nullable String text) {
            if (text == null) {
                throw Problem.invalid("ids", "worklist.problem.unknownId", "null");
            }
            var mark = text.indexOf(CODE);
            var id = mark < 0 ? text : text.substring(0, mark);
            var code = mark < 0 || mark == text.length() - 1 ? null : text.substring(mark + 1);
            return ActionId.parse(id)
                    .map(action -> new Line(action.item(), action.occurrence(), code))
                    .or(() -> RowId.parse(id).map(Line::of))
                    .orElseThrow(() -> Problem.invalid("ids", "worklist.problem.unknownId", text));
        }
    }

    /// So many actions and items.
    public static Ticked lines(List<Line> lines) {
        return new Ticked(Filter.NONE, Presentation.CUSTOMER, lines, List.of(), false);
    }
}
