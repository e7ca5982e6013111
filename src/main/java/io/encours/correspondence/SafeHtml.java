package io.encours.correspondence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// The HTML that templates may contain: paragraphs, lists, tables, emphasis and links, with a few properties of
/// style. No scripts, forms, images, frames, and no style that could cover something.
final class SafeHtml {

    /// @param html what is left
    /// @param removed what is not, in the words of HTML: `<script>`, `onclick`, `style: position`
    record Cleaned(String html, List<String> removed) {}

    private static final String[] ELEMENTS = {
        "p",
        "br",
        "hr",
        "div",
        "span",
        "strong",
        "b",
        "em",
        "i",
        "u",
        "s",
        "small",
        "sup",
        "sub",
        "h1",
        "h2",
        "h3",
        "h4",
        "blockquote",
        "ul",
        "ol",
        "li",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "a"
    };

    private static final Set<String> STYLES = Set.of(
            "text-align",
            "text-decoration",
            "text-indent",
            "font-weight",
            "font-style",
            "font-size",
            "color",
            "background-color",
            "padding",
            "padding-top",
            "padding-right",
            "padding-bottom",
            "padding-left",
            "margin",
            "margin-top",
            "margin-right",
            "margin-bottom",
            "margin-left",
            "border",
            "border-top",
            "border-right",
            "border-bottom",
            "border-left",
            "border-collapse",
            "width",
            "white-space",
            "vertical-align",
            "line-height",
            "page-break-before",
            "page-break-after",
            "page-break-inside");

    private static final Pattern STYLE_VALUE = Pattern.compile("[\\w\\s#.,%()-]{1,80}");
    private static final Pattern CODE_IN_STYLE = Pattern.compile("url|expression|attr\\(|var\\(|import");

    /// Of the look of letters and e-mails.
    private static final Pattern CLASSES = Pattern.compile("(?:(?:num|total|quiet|button|address)\\s*)+");

    private static final PolicyFactory OUTPUT = policy(property -> {});

    private static final Pattern CODE = Pattern.compile("(?is)<(script|style)\\b[^>]*>.*?(?:</\\1\\s*>|$)");

    private static final String ENTITY = "&#";
    private static final int LENGTH_OF_ENTITY = "&#39;".length();

    private SafeHtml() {}

    /// What goes out.
    static String safe(String html) {
        return readable(OUTPUT.sanitize(html));
    }

    /// The body of a template as it is kept. Without anything to remove it stays as it was typed.
    static Cleaned cleaned(String source) {
        var removed = new LinkedHashSet<String>();
        var listener = new HtmlChangeListener<Set<String>>() {
            @Override
            public void discardedTag(@Nullable Set<String> found, String element) {
                removed.add("<" + element + ">");
            }

            @Override
            public void discardedAttributes(@Nullable Set<String> found, String element, String... attributes) {
                removed.addAll(List.of(attributes));
            }
        };
        // Out first, with what is inside of them: an end of ours would be taken for theirs.
        var withoutCode = CODE.matcher(source).replaceAll(found -> {
            removed.add("<" + found.group(1).toLowerCase(Locale.ROOT) + ">");
            return "";
        });
        var shelf = TagShelf.of(withoutCode);
        var kept = policy(property -> removed.add("style: " + property))
                .and(marksOf(shelf))
                .sanitize(shelf.without(), listener, removed);
        return removed.isEmpty()
                ? new Cleaned(source, List.of())
                : new Cleaned(asTyped(readable(shelf.back(kept))), List.copyOf(removed));
    }

    /// @param lost told of every property of style that is left out
    private static PolicyFactory policy(Consumer<String> lost) {
        return new HtmlPolicyBuilder()
                .allowElements(ELEMENTS)
                .allowWithoutAttributes("a", "span")
                .allowAttributes("href")
                .onElements("a")
                .allowUrlProtocols("https", "http", "mailto", "tel")
                .allowAttributes("colspan", "rowspan")
                .matching(Pattern.compile("\\d{1,2}"))
                .onElements("td", "th")
                .allowAttributes("class")
                .matching(CLASSES)
                .globally()
                .allowAttributes("lang")
                .matching(Pattern.compile("[A-Za-z-]{2,12}"))
                .globally()
                .allowAttributes("style")
                .matching((element, attribute, value) -> style(value, lost))
                .globally()
                .toFactory();
    }

    private static PolicyFactory marksOf(TagShelf shelf) {
        return new HtmlPolicyBuilder()
                .allowElements(
                        (element, attributes) -> shelf.isOurs(value(TagShelf.ATTRIBUTE, attributes)) ? element : null,
                        TagShelf.ELEMENT)
                .allowAttributes(TagShelf.ATTRIBUTE)
                .onElements(TagShelf.ELEMENT)
                .toFactory();
    }

    private static @Nullable String value(String attribute, List<String> namesAndValues) {
        var at = namesAndValues.indexOf(attribute);
        return at < 0 ? null : namesAndValues.get(at + 1);
    }

    private static @Nullable String style(String value, Consumer<String> lost) {
        var kept = new ArrayList<String>();
        for (var declaration : value.split(";", -1)) {
            var colon = declaration.indexOf(':');
            if (declaration.isBlank()) {
                continue;
            }
            var property = (colon < 0 ? declaration : declaration.substring(0, colon))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            var set = colon < 0 ? "" : declaration.substring(colon + 1).strip();
            if (STYLES.contains(property)
                    && STYLE_VALUE.matcher(set).matches()
                    && !CODE_IN_STYLE.matcher(set.toLowerCase(Locale.ROOT)).find()) {
                kept.add(property + ":" + set);
            } else {
                lost.accept(property);
            }
        }
        return kept.isEmpty() ? null : String.join(";", kept);
    }

    /// People write `<br>`; what goes out is XHTML.
    private static String asTyped(String html) {
        return html.replace("<br />", "<br>").replace("<hr />", "<hr>");
    }

    private static String readable(String html) {
        var plain = new StringBuilder(html.length());
        var isInMark = false;
        for (var i = 0; i < html.length(); i++) {
            var c = html.charAt(i);
            if (c == '&' && html.startsWith(ENTITY, i) && html.startsWith(";", i + LENGTH_OF_ENTITY - 1)) {
                var letter = letter(html.substring(i + ENTITY.length(), i + LENGTH_OF_ENTITY - 1), isInMark);
                if (letter != null) {
                    plain.append(letter.charValue());
                    i += LENGTH_OF_ENTITY - 1;
                    continue;
                }
            }
            isInMark = c == '<' || (isInMark && c != '>');
            plain.append(c);
        }
        return plain.toString();
    }

    /// A quote ends the value of an attribute, so it is left escaped in a mark.
    private static @Nullable Character letter(String code, boolean isInMark) {
        return switch (code) {
            case "39" -> '\'';
            case "43" -> '+';
            case "61" -> '=';
            case "64" -> '@';
            case "96" -> '`';
            case "34" -> isInMark ? null : (Character) '"';
            default -> null;
        };
    }
}
