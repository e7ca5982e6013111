package io.encours.correspondence.letter;

import java.util.regex.Pattern;

/// The text of a letter around the table of items and the means of payment. They stand where the text has its
/// first rule (`<hr />`), else before its last paragraph, which is the closing formula; both count only where
/// they are not inside of something else, else the items follow the text. A text without a rule and with a
/// table of its own shows its items there.
///
/// @param hasTable no other table is wanted
public record LetterBody(String before, String after, boolean hasTable) {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>");

    /// Where the outermost level of a text has its first rule and its last paragraph; -1: nowhere.
    private record Places(int rule, int afterRule, int paragraph) {}

    /// @param html well-formed
    public static LetterBody of(String html) {
        var places = places(html);
        if (places.rule >= 0) {
            return new LetterBody(html.substring(0, places.rule), html.substring(places.afterRule), false);
        }
        var hasTable = html.contains("<table");
        return places.paragraph <= 0
                ? new LetterBody(html, "", hasTable)
                : new LetterBody(html.substring(0, places.paragraph), html.substring(places.paragraph), hasTable);
    }

    private static Places places(String html) {
        var rule = -1;
        var afterRule = -1;
        var paragraph = -1;
        var depth = 0;
        var tags = TAG.matcher(html);
        while (tags.find()) {
            var isEnd = !tags.group(1).isEmpty();
            var isEmpty = !tags.group(3).isEmpty();
            var name = tags.group(2);
            if (depth == 0 && !isEnd && rule < 0 && name.equals("hr")) {
                rule = tags.start();
                afterRule = tags.end();
            }
            if (depth == 0 && !isEnd && name.equals("p")) {
                paragraph = tags.start();
            }
            depth += isEnd ? -1 : isEmpty ? 0 : 1;
        }
        return new Places(rule, afterRule, paragraph);
    }
}
