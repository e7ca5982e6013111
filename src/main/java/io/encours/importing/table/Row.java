package io.encours.importing.table;

import java.util.BitSet;
import java.util.List;

/// One row as text.
///
/// @param line number, as a program that opens the file shows it
/// @param cells stripped; rows may be of different lengths
/// @param typed cells the file itself holds as a number (written with a point) or a date (ISO): they are not
///     interpreted again
public record Row(int line, List<String> cells, BitSet typed) {

    private static final BitSet NOTHING = new BitSet();

    public static Row ofText(int line, List<String> cells) {
        return new Row(line, cells, NOTHING);
    }

    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    public boolean isTyped(int index) {
        return typed.get(index);
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
