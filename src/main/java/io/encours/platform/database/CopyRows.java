package io.encours.platform.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into a table by `COPY`: the fastest way in, a few kilobytes of memory for any number of rows.
/// Add the values of a row in the order of the columns, then `end` it.
public final class CopyRows implements AutoCloseable {

    private static final int FULL = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(FULL + 4096);
    private boolean firstInRow = true;
    private long rows;

    /// @param table with its columns: `staged_line (line, account)`; a constant, never a user's text
    public CopyRows(Connection connection, String table) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    }

    public CopyRows add(@Nullable String value) {
        separate();
        if (value == null) {
            buffer.append("\\N");
            return this;
        }
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\0' -> buffer.append(' ');
                default -> buffer.append(c);
            }
        }
        return this;
    }

    public CopyRows add(@Nullable BigDecimal value) {
        separate();
        buffer.append(value == null ? "\\N" : value.toPlainString());
        return this;
    }

    public CopyRows add(@Nullable LocalDate value) {
        separate();
        if (value == null) {
            buffer.append("\\N");
        } else {
            buffer.append(value.getYear() * 10_000 + value.getMonthValue() * 100 + value.getDayOfMonth());
        }
        return this;
    }

    public CopyRows add(UUID value) {
        separate();
        buffer.append(value);
        return this;
    }

    public CopyRows add(long value) {
        separate();
        buffer.append(value);
        return this;
    }

    public CopyRows add(boolean value) {
        separate();
        buffer.append(value ? 't' : 'f');
        return this;
    }

    public void end() throws SQLException {
        buffer.append('\n');
        firstInRow = true;
        rows++;
        if (buffer.length() >= FULL) {
            flush();
        }
    }

    /// @return number of rows
    public long finish() throws SQLException {
        flush();
        copy.endCopy();
        return rows;
    }

    /// Gives the connection back, also when the rows could not all be made.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void separate() {
        if (!firstInRow) {
            buffer.append('\t');
        }
        firstInRow = false;
    }

    private void flush() throws SQLException {
        var bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }
}
