package io.encours.worklist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A filter as a chip that opens a small form.
///
/// @param kind part of message keys, `amount`
/// @param text of the chip
/// @param active narrows the list
/// @param fixed cannot be changed by this user
/// @param clear address without it; null: it cannot be taken away
public record FilterChip(
        String kind,
        String text,
        boolean active,
        boolean fixed,
        @Nullable String clear,
        List<Field> fields) {

    /// @param name of the parameter in the address
    /// @param type of the input
    /// @param options of a choice; empty: free entry
    public record Field(String name, String type, String value, List<Option> options) {}

    public record Option(String value, String label) {}
}
