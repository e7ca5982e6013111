package io.encours.importing.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// Lines of a text, one after the other in the same buffer, ended by CR, LF, CR LF or CR CR LF. Made for millions of
/// lines: no string is made until somebody asks for one.
public final class LineReader implements Closeable {

    /// Longer than any line of accounting: what has no line end before that is no text.
    private static final int LONGEST = 1 << 20;

    private final Reader reader;
    private char[] buffer = new char[1 << 16];
    private int start;
    private int end;
    private int position;
    private int limit;
    private int number;
    private boolean terminated;

    public LineReader(Reader reader) {
        this.reader = reader;
    }

    /// Goes to the next line.
    ///
    /// @return false at the end of the text
    /// @throws TooLong when there is no line end for a million characters
    public boolean next() throws IOException {
        start = position;
        var at = position;
        while (true) {
            while (at < limit) {
                var c = buffer[at];
                if (c == '\n' || c == '\r') {
                    return finish(at, c);
                }
                at++;
            }
            var read = at - start;
            if (!fill()) {
                return finishWithoutEnd();
            }
            at = start + read;
        }
    }

    /// Appends the next line to this one, with a line feed between: a quoted field that goes on.
    ///
    /// @return false when there is no next line; this one stays as it is
    public boolean join() throws IOException {
        var first = text();
        if (!next()) {
            return false;
        }
        var both = first + "\n" + text();
        var rest = limit - position;
        var joined = new char[Math.max(buffer.length, both.length() + rest)];
        both.getChars(0, both.length(), joined, 0);
        System.arraycopy(buffer, position, joined, both.length(), rest);
        buffer = joined;
        start = 0;
        end = both.length();
        position = end;
        limit = end + rest;
        return true;
    }

    public char[] buffer() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /// Number of the line as an editor shows it, from 1.
    public int number() {
        return number;
    }

    /// Whether a line end follows; the last line of a file that was cut has none.
    public boolean terminated() {
        return terminated;
    }

    public String text() {
        return new String(buffer, start, end - start);
    }

    public boolean blank() {
        for (var i = start; i < end; i++) {
            if (!Blank.is(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean finish(int at, char c) throws IOException {
        end = at;
        position = at + 1;
        number++;
        terminated = true;
        if (c == '\r') {
            var wanted = at - start;
            while (limit - position < 2 && fill()) {
                position = start + wanted + 1;
            }
            end = start + wanted;
            position = end + 1;
            if (position < limit && buffer[position] == '\n') {
                position++;
            } else if (position + 1 < limit && buffer[position] == '\r' && buffer[position + 1] == '\n') {
                position += 2;
            }
        }
        return true;
    }

    private boolean finishWithoutEnd() {
        end = limit;
        position = limit;
        if (end == start) {
            return false;
        }
        number++;
        terminated = false;
        return true;
    }

    /// Reads more behind what is there, moving the current line to the front of the buffer.
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            position -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            if (limit > LONGEST) {
                throw new TooLong(number + 1);
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        var read = reader.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            return false;
        }
        limit += read;
        return true;
    }

    /// The file has no lines.
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
        private final int line;

        TooLong(int line) {
            super("Line " + line);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }
}
