package io.encours.platform;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Id of a row of a customer, as given outside: opaque, and containing the customer so that the row is found on its
/// node (DESIGN decision 10). Written as two base-36 numbers, `1c-9x`.
public record RowId(long customer, long id) {

    private static final int RADIX = 36;

    /// Empty when the text is not such an id; an id that does not exist parses all the same.
    public static Optional<RowId> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var dash = text.indexOf('-');
        try {
            return dash < 1
                    ? Optional.empty()
                    : Optional.of(new RowId(
                            Long.parseLong(text.substring(0, dash), RADIX),
                            Long.parseLong(text.substring(dash + 1), RADIX)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// The customers of these, in their order, for plain SQL: `unnest(?::bigint[], …)`.
    public static Long[] customers(Collection<RowId> ids) {
        return ids.stream().map(RowId::customer).toArray(Long[]::new);
    }

    /// The ids alone, in the same order.
    public static Long[] ids(Collection<RowId> ids) {
        return ids.stream().map(RowId::id).toArray(Long[]::new);
    }

    @Override
    public String toString() {
        return Long.toString(customer, RADIX) + "-" + Long.toString(id, RADIX);
    }
}
