package io.encours.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tags of a template put aside while its HTML is made safe, which would take `{{#items}}` between two rows of a
/// table for text that is out of place; and its line breaks, which it would take away there. What prints a value
/// becomes
/// a word; what prints nothing becomes an empty `script`, the one element that HTML allows everywhere. The mark of both
/// occurs nowhere in the source, so that nobody can make one up.
final class TagShelf {

    static final String ELEMENT = "script";
    static final String ATTRIBUTE = "data-tag";

    private final String mark;
    private final StringBuilder without = new StringBuilder();
    private final List<String> aside = new ArrayList<>();
    private boolean isInsideOfAMark;

    private TagShelf(String mark) {
        this.mark = mark;
    }

    static TagShelf of(String source) {
        var mark = "field";
        while (source.contains(mark)) {
            mark += "x";
        }
        var shelf = new TagShelf(mark);
        var from = 0;
        for (var tag : Tag.in(source)) {
            shelf.text(source.substring(from, tag.start()));
            shelf.put(source.substring(tag.start(), tag.end()), tag.kind() == Tag.Kind.FIELD);
            from = tag.end();
        }
        shelf.text(source.substring(from));
        return shelf;
    }

    /// Line breaks with the blanks behind them are put aside, but not those between `<` and `>`.
    private void text(String text) {
        var at = 0;
        while (at < text.length()) {
            var letter = text.charAt(at);
            isInsideOfAMark = letter == '<' || (isInsideOfAMark && letter != '>');
            var end = at + 1;
            if (letter == '\n' && !isInsideOfAMark) {
                while (end < text.length() && text.charAt(end) == ' ') {
                    end++;
                }
                put(text.substring(at, end), false);
            } else {
                without.append(letter);
            }
            at = end;
        }
    }

    private void put(String part, boolean isWord) {
        var place = mark + aside.size() + "z";
        without.append(isWord ? place : element(place));
        aside.add(part);
    }

    String without() {
        return without.toString();
    }

    /// One of ours, not one that somebody has typed.
    boolean isOurs(@Nullable String attribute) {
        return attribute != null && attribute.matches(mark + "\\d+z");
    }

    /// The text, made safe meanwhile, with everything where it was.
    String back(String html) {
        return Pattern.compile(element(mark + "(\\d+)z") + "|" + mark + "(\\d+)z")
                .matcher(html)
                .replaceAll(place -> Matcher.quoteReplacement(
                        aside.get(Integer.parseInt(place.group(place.group(1) == null ? 2 : 1)))));
    }

    private static String element(String place) {
        return "<" + ELEMENT + " " + ATTRIBUTE + "=\"" + place + "\"></" + ELEMENT + ">";
    }
}
