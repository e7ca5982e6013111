package io.encours.customer;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/// A row of a customers file, checked.
///
/// @param line in the file
/// @param values of the columns the file has; a blank one takes the value away
public record CustomerRow(int line, String code, Map<CustomerField, String> values) {

    /// Where rows come from: given out one after the other, never held together.
    @FunctionalInterface
    public interface Rows {
        void forEach(Consumer<CustomerRow> sink) throws IOException;
    }
}
