package io.encours.importing;

import io.encours.importing.layout.Target;
import io.encours.importing.rows.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is in the file of a draft, as far as one looks at it.
///
/// @param sheets names; one empty name for a text
/// @param columns of the file
/// @param preview the first lines as they will be read; null while something required has no column
/// @param missing fields without a column
public record DraftContent(
        List<String> sheets,
        List<Column> columns,
        List<Target> targets,
        @Nullable Preview preview,
        List<String> missing) {

    /// A column of the file with its first values.
    public record Column(String name, List<String> samples) {}

    public static DraftContent nothing() {
        return new DraftContent(List.of(), List.of(), List.of(), null, List.of());
    }
}
