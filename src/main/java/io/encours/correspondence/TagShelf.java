package io.encours.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tags of a template put aside while its HTML is made safe, which would take `{{#items}}` between two rows of a
/// table for text that is out of place. What prints a value becomes a word; what prints nothing becomes an empty
/// `script`, the one element that HTML allows everywhere. The mark of both occurs nowhere in the source, so that nobody
/// can make one up.
final class TagShelf {

    static final String ELEMENT = "script";
    static final String ATTRIBUTE = "data-tag";

    private final String mark;
    private final String without;
    private final List<String> tags;

    private TagShelf(String mark, String without, List<String> tags) {
        this.mark = mark;
        this.without = without;
        this.tags = tags;
    }

    static TagShelf of(String source) {
        var mark = "field";
        while (source.contains(mark)) {
            mark += "x";
        }
        var without = new StringBuilder();
        var tags = new ArrayList<String>();
        var from = 0;
        for (var tag : Tag.in(source)) {
            var place = mark + tags.size() + "z";
            without.append(source, from, tag.start()).append(tag.kind() == Tag.Kind.FIELD ? place : element(place));
            tags.add(source.substring(tag.start(), tag.end()));
            from = tag.end();
        }
        return new TagShelf(mark, without.append(source.substring(from)).toString(), tags);
    }

    String without() {
        return without;
    }

    /// One of ours, not one that somebody has typed.
    boolean isOurs(@Nullable String attribute) {
        return attribute != null && attribute.matches(mark + "\\d+z");
    }

    /// The text, made safe meanwhile, with its tags where they were.
    String back(String html) {
        return Pattern.compile(element(mark + "(\\d+)z") + "|" + mark + "(\\d+)z")
                .matcher(html)
                .replaceAll(place -> Matcher.quoteReplacement(
                        tags.get(Integer.parseInt(place.group(place.group(1) == null ? 2 : 1)))));
    }

    private static String element(String place) {
        return "<" + ELEMENT + " " + ATTRIBUTE + "=\"" + place + "\"></" + ELEMENT + ">";
    }
}
