package io.encours.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted: `?limit=` and `?cursor=`. A parameter of this type in a resource is filled in.
///
/// @param limit null: 100; more than 1000 is 1000
/// @param cursor `next` of the part before; null: the beginning
public record Paging(@Nullable Integer limit, @Nullable String cursor) {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    /// How many items to give, from 1 to 1000.
    ///
    /// @throws Problem unreadable when a limit below 1 was asked
    public int size() {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1) {
            throw Problem.unreadable("platform.problem.limit");
        }
        return Math.min(limit, MOST);
    }

    /// The part, from `size() + 1` rows that begin after the cursor.
    ///
    /// @param key the sort key of a row
    public <T> Slice<T> slice(List<T> rows, Function<T, Cursor> key) {
        var size = size();
        if (rows.size() <= size) {
            return new Slice<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, size));
        return new Slice<>(items, key.apply(items.getLast()).toString());
    }
}
