package io.encours.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;

/// HTML as a text to be read without it: paragraphs apart, lists with dashes, tables in columns, links with their
/// address.
public final class PlainText implements HtmlSanitizer.Policy {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "div", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "table", "hr");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> counters = new ArrayList<>();
    private @Nullable TextTable table;
    private @Nullable String link;
    private int linkStart;
    /// Of the cell that is open.
    private int columns = 1;

    private PlainText() {}

    public static String of(String html) {
        var writer = new PlainText();
        HtmlSanitizer.sanitize(html, writer);
        return writer.text.toString().strip() + "\n";
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        if (PARAGRAPHS.contains(element)) {
            paragraph();
        }
        switch (element) {
            case "br" -> newLine();
            case "ul" -> counters.add(-1);
            case "ol" -> counters.add(0);
            case "li" -> item();
            case "table" -> table = new TextTable();
            case "tr" -> inTable(TextTable::row);
            case "td", "th" -> {
                columns = columns(attributes);
                inTable(cells -> cells.cell(isRight(attributes)));
            }
            case "a" -> {
                link = attribute("href", attributes);
                linkStart = text.length();
            }
            default -> {}
        }
    }

    @Override
    public void closeTag(String element) {
        switch (element) {
            case "a" -> closeLink();
            case "td", "th" ->
                inTable(cells -> {
                    for (; columns > 1; columns--) {
                        cells.cell(false);
                    }
                });
            case "ul", "ol" -> {
                if (!counters.isEmpty()) {
                    counters.removeLast();
                }
                paragraph();
            }
            case "table" -> {
                if (table != null) {
                    text.append(table.lines());
                    table = null;
                }
                paragraph();
            }
            default -> {
                if (PARAGRAPHS.contains(element)) {
                    paragraph();
                }
            }
        }
    }

    @Override
    public void text(String written) {
        var words = BLANKS.matcher(written).replaceAll(" ");
        if (table != null) {
            table.text(words);
            return;
        }
        text.append(isAtStartOfLine() ? words.stripLeading() : words);
    }

    private boolean isAtStartOfLine() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private void item() {
        if (!isAtStartOfLine()) {
            newLine();
        }
        if (counters.isEmpty() || counters.getLast() < 0) {
            text.append("– ");
        } else {
            counters.set(counters.size() - 1, counters.getLast() + 1);
            text.append(counters.getLast()).append(". ");
        }
    }

    private void closeLink() {
        var address = link == null ? "" : link.replaceFirst("^(mailto|tel):", "");
        link = null;
        if (table == null
                && !address.isEmpty()
                && !text.substring(Math.min(linkStart, text.length())).strip().equals(address)) {
            text.append(" (").append(address).append(')');
        }
    }

    private void inTable(java.util.function.Consumer<TextTable> act) {
        if (table != null) {
            act.accept(table);
        }
    }

    private void newLine() {
        if (table != null) {
            table.text(" ");
            return;
        }
        strip();
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void paragraph() {
        if (table != null) {
            return;
        }
        strip();
        if (text.isEmpty()) {
            return;
        }
        if (!isAtStartOfLine()) {
            text.append('\n');
        }
        if (text.length() < 2 || text.charAt(text.length() - 2) != '\n') {
            text.append('\n');
        }
    }

    private void strip() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    private static int columns(List<String> attributes) {
        var span = attribute("colspan", attributes);
        return span != null && span.matches("\\d{1,2}") ? Integer.parseInt(span) : 1;
    }

    private static boolean isRight(List<String> attributes) {
        var names = attribute("class", attributes);
        return names != null && names.contains("num");
    }

    private static @Nullable String attribute(String name, List<String> attributes) {
        var at = attributes.indexOf(name);
        return at < 0 || at % 2 != 0 ? null : attributes.get(at + 1);
    }
}
