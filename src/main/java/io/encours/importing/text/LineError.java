package io.encours.importing.text;

import java.util.List;

/// One value of a line that cannot be taken in.
///
/// @param column name of the column, as the format writes it
/// @param reason message key
public record LineError(String column, String value, String reason, List<String> arguments) {

    public static LineError of(String column, String value, String reason, String... arguments) {
        return new LineError(column, value, reason, List.of(arguments));
    }
}
