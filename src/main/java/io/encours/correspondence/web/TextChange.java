package io.encours.correspondence.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A line of a text that was changed: kept, added or taken away.
///
/// @param sign `+`, `-` or a blank
public record TextChange(String sign, String line) {

    private static final String KEPT = " ";
    private static final String ADDED = "+";
    private static final String GONE = "-";

    /// By the longest common sequence of lines.
    static List<TextChange> between(String before, String after) {
        var old = before.strip().lines().toList();
        var now = after.strip().lines().toList();
        var common = new int[old.size() + 1][now.size() + 1];
        for (var row = 0; row < old.size(); row++) {
            for (var column = 0; column < now.size(); column++) {
                common[row + 1][column + 1] = old.get(row).equals(now.get(column))
                        ? common[row][column] + 1
                        : Math.max(common[row][column + 1], common[row + 1][column]);
            }
        }
        var changes = new ArrayList<TextChange>();
        var row = old.size();
        var column = now.size();
        while (row > 0 || column > 0) {
            if (row > 0 && column > 0 && old.get(row - 1).equals(now.get(column - 1))) {
                changes.add(new TextChange(KEPT, old.get(row - 1)));
                row--;
                column--;
            } else if (column > 0 && (row == 0 || common[row][column - 1] >= common[row - 1][column])) {
                changes.add(new TextChange(ADDED, now.get(column - 1)));
                column--;
            } else {
                changes.add(new TextChange(GONE, old.get(row - 1)));
                row--;
            }
        }
        Collections.reverse(changes);
        return changes;
    }

    public boolean isKept() {
        return sign.equals(KEPT);
    }

    public boolean isAdded() {
        return sign.equals(ADDED);
    }
}
