package io.encours.correspondence;

import java.util.List;

/// What is wrong with a template, and where. Lines and columns are counted from 1, as editors do.
///
/// @param code message key of `correspondence.flaw.`; its first two values are line and column
public record Flaw(int line, int column, String code, List<String> arguments) {

    /// Line and column first, as the texts have it.
    public List<String> placed() {
        var all = new java.util.ArrayList<>(List.of(String.valueOf(line), String.valueOf(column)));
        all.addAll(arguments);
        return all;
    }
}
