package io.encours.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A tag in the text of a template, `{{customer.name}}`.
///
/// @param start offset of its first brace
/// @param end offset after its last; of one that is never closed, the end of the text
/// @param name without sign and spaces
record Tag(int start, int end, Kind kind, String name) {

    enum Kind {
        FIELD,
        SECTION,
        INVERTED,
        CLOSING,
        COMMENT,
        /// A form of Mustache that templates may not use: partials, other delimiters, unescaped values.
        FORBIDDEN,
        UNCLOSED
    }

    /// Braces that open, then the sign of the form.
    private static final Pattern OPENING = Pattern.compile("\\{\\{(\\{?)\\s*([#^/!&>=<$]?)");

    static List<Tag> in(String text) {
        var tags = new ArrayList<Tag>();
        var opening = OPENING.matcher(text);
        var from = 0;
        while (opening.find(from)) {
            var close = text.indexOf("}}", opening.end());
            var next = text.indexOf("{{", opening.end());
            if (close < 0 || (next >= 0 && next < close)) {
                tags.add(new Tag(opening.start(), text.length(), Kind.UNCLOSED, ""));
                from = opening.end();
                continue;
            }
            var end = close + 2;
            var kind = opening.group(1).isEmpty() ? kind(opening.group(2)) : Kind.FORBIDDEN;
            tags.add(new Tag(
                    opening.start(),
                    end,
                    kind,
                    text.substring(opening.end(), close).strip()));
            from = end;
        }
        return tags;
    }

    private static Kind kind(String sign) {
        return switch (sign) {
            case "" -> Kind.FIELD;
            case "#" -> Kind.SECTION;
            case "^" -> Kind.INVERTED;
            case "/" -> Kind.CLOSING;
            case "!" -> Kind.COMMENT;
            default -> Kind.FORBIDDEN;
        };
    }

    boolean opens() {
        return kind == Kind.SECTION || kind == Kind.INVERTED;
    }
}
