package io.encours.correspondence.letter;

/// The text of a letter around the table of items and the means of payment. They stand where the text has its first
/// rule (`<hr />`), else before its last paragraph, which is the closing formula. A text without a rule and with a
/// table
/// of its own shows its items there.
///
/// @param hasTable no other table is wanted
public record LetterBody(String before, String after, boolean hasTable) {

    static LetterBody of(String html) {
        var rule = html.indexOf("<hr");
        if (rule >= 0) {
            var end = html.indexOf('>', rule) + 1;
            return new LetterBody(html.substring(0, rule), html.substring(end), false);
        }
        var hasTable = html.contains("<table");
        var last = html.lastIndexOf("<p");
        return last <= 0
                ? new LetterBody(html, "", hasTable)
                : new LetterBody(html.substring(0, last), html.substring(last), hasTable);
    }
}
