package io.encours.correspondence;

import java.util.ArrayList;
import java.util.List;

/// A table in columns of characters.
final class TextTable {

    private static final String BETWEEN = "   ";

    private record Cell(StringBuilder text, boolean isRight) {

        String words() {
            return text.toString().strip();
        }
    }

    private final List<List<Cell>> rows = new ArrayList<>();

    void row() {
        rows.add(new ArrayList<>());
    }

    void cell(boolean isRight) {
        if (!rows.isEmpty()) {
            rows.getLast().add(new Cell(new StringBuilder(), isRight));
        }
    }

    void text(String words) {
        if (!rows.isEmpty() && !rows.getLast().isEmpty()) {
            rows.getLast().getLast().text().append(words);
        }
    }

    String lines() {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (var column = 0; column < row.size(); column++) {
                var width = row.get(column).words().length();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        var lines = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var column = 0; column < row.size(); column++) {
                var cell = row.get(column);
                var blanks = " ".repeat(widths.get(column) - cell.words().length());
                line.append(column == 0 ? "" : BETWEEN)
                        .append(cell.isRight() ? blanks + cell.words() : cell.words() + blanks);
            }
            lines.append(line.toString().stripTrailing()).append('\n');
        }
        return lines.toString();
    }
}
