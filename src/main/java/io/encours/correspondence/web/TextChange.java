package io.encours.correspondence.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// A line of a text that was changed: kept, added or taken away.
///
/// @param sign `+`, `-` or a blank
public record TextChange(String sign, String line) {

    private static final String KEPT = " ";
    private static final String ADDED = "+";
    private static final String GONE = "-";

    /// More lines than this that differ are told as a whole, gone and added.
    private static final int MOST = 1_500;

    static List<TextChange> between(String before, String after) {
        var old = before.strip().lines().toList();
        var now = after.strip().lines().toList();
        var start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        var end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        var changes = new ArrayList<TextChange>();
        now.subList(0, start).forEach(line -> changes.add(new TextChange(KEPT, line)));
        changes.addAll(different(old.subList(start, old.size() - end), now.subList(start, now.size() - end)));
        now.subList(now.size() - end, now.size()).forEach(line -> changes.add(new TextChange(KEPT, line)));
        return changes;
    }

    private static List<TextChange> different(List<String> old, List<String> now) {
        if (old.size() > MOST || now.size() > MOST) {
            return Stream.concat(
                            old.stream().map(line -> new TextChange(GONE, line)),
                            now.stream().map(line -> new TextChange(ADDED, line)))
                    .toList();
        }
        return byCommonLines(old, now);
    }

    /// By the longest common sequence of lines.
    private static List<TextChange> byCommonLines(List<String> old, List<String> now) {
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
