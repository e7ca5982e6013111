package io.encours.importing.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The fields of one line, as places in its buffer, stripped of blanks around them. Used again for every line.
public final class Fields {

    private char[] buffer = new char[0];
    private int[] from = new int[32];
    private int[] to = new int[32];
    private @Nullable String[] unquoted = new @Nullable String[32];
    private int count;
    private boolean openQuote;

    /// Splits at every separator. With `quotes`, a field that begins with a quotation mark ends at the next one that is
    /// followed by a separator or by the end of the line; one without such an end is taken as it stands.
    public void split(char[] line, int start, int end, char separator, boolean quotes) {
        buffer = line;
        count = 0;
        openQuote = false;
        var at = start;
        while (true) {
            at = quotes && isQuoted(at, end, separator) ? quoted(at, end, separator) : plain(at, end, separator);
            if (at > end) {
                return;
            }
        }
    }

    /// Number of fields; a separator at the end of the line makes an empty last one.
    public int count() {
        return count;
    }

    /// Whether the last field began with a quotation mark that was not closed.
    public boolean openQuote() {
        return openQuote;
    }

    public String text(int field) {
        var text = unquoted[field];
        return text != null ? text : new String(buffer, from[field], to[field] - from[field]);
    }

    public boolean isEmpty(int field) {
        var text = unquoted[field];
        return text != null ? text.isEmpty() : to[field] == from[field];
    }

    public char[] characters(int field) {
        var text = unquoted[field];
        return text != null ? text.toCharArray() : buffer;
    }

    public int from(int field) {
        return unquoted[field] != null ? 0 : from[field];
    }

    public int to(int field) {
        var text = unquoted[field];
        return text != null ? text.length() : to[field];
    }

    /// Makes one field of `field` and the `more` ones after it, separators and all.
    public void merge(int field, int more) {
        unquoted[field] = null;
        to[field] = to[field + more];
        for (var i = field + 1; i + more < count; i++) {
            from[i] = from[i + more];
            to[i] = to[i + more];
            unquoted[i] = unquoted[i + more];
        }
        count -= more;
    }

    /// Whether all fields from this one on are empty.
    public boolean isEmptyFrom(int field) {
        for (var i = field; i < count; i++) {
            if (!isEmpty(i)) {
                return false;
            }
        }
        return true;
    }

    /// Leaves out the fields behind the first `wanted`.
    public void truncate(int wanted) {
        count = Math.min(count, wanted);
    }

    private int plain(int start, int end, char separator) {
        var at = start;
        while (at < end && buffer[at] != separator) {
            at++;
        }
        add(start, at, null);
        return at + 1;
    }

    private boolean isQuoted(int start, int end, char separator) {
        var at = start;
        while (at < end && buffer[at] == ' ') {
            at++;
        }
        if (at >= end || buffer[at] != '"') {
            return false;
        }
        var close = close(at, end, separator);
        if (close < 0) {
            openQuote = true;
        }
        return close >= 0;
    }

    private int quoted(int start, int end, char separator) {
        var open = start;
        while (buffer[open] != '"') {
            open++;
        }
        var close = close(open, end, separator);
        var inner = new String(buffer, open + 1, close - open - 1).replace("\"\"", "\"");
        var next = close + 1;
        while (next < end && buffer[next] == ' ') {
            next++;
        }
        add(open, close, Blank.strip(inner));
        return next + 1;
    }

    /// The quotation mark that ends the field, or -1.
    private int close(int open, int end, char separator) {
        for (var at = open + 1; at < end; at++) {
            if (buffer[at] != '"') {
                continue;
            }
            if (at + 1 < end && buffer[at + 1] == '"') {
                at++;
                continue;
            }
            var next = at + 1;
            while (next < end && buffer[next] == ' ') {
                next++;
            }
            if (next == end || buffer[next] == separator) {
                return at;
            }
        }
        return -1;
    }

    private void add(int start, int end, @Nullable String text) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            unquoted = Arrays.copyOf(unquoted, count * 2);
        }
        var first = start;
        var last = end;
        if (text == null) {
            while (first < last && Blank.is(buffer[first])) {
                first++;
            }
            while (last > first && Blank.is(buffer[last - 1])) {
                last--;
            }
        }
        from[count] = first;
        to[count] = last;
        unquoted[count] = text;
        count++;
    }
}
