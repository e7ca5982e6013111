package io.encours.platform.backup;

import java.time.Instant;
import java.util.List;

/// What is in an archive, with what it takes to see that it is all there. Last entry of the archive, because counts and
/// checksums are known when all is written.
///
/// @param format of the archive
/// @param software version of Encours that made it
/// @param takenAt the moment it shows
/// @param database version of the PostgreSQL server
/// @param migrations that made the tables, in the order they were applied
/// @param extensions of the database, for whoever looks; the migrations make them
/// @param folders of the data folder that were looked through
/// @param leftOut tables of the database that are not Encours’s
public record Manifest(
        int format,
        String software,
        Instant takenAt,
        String database,
        List<String> migrations,
        List<String> extensions,
        List<TableData> tables,
        List<Position> sequences,
        List<String> folders,
        List<FileData> files,
        List<String> leftOut) {

    static final int FORMAT = 1;

    /// @param content of the table, `COPY` in text format
    public record TableData(String schema, String table, List<String> columns, long rows, Content content) {

        String name() {
            return schema + "." + table;
        }
    }

    /// Where a sequence stands.
    public record Position(String schema, String sequence, long value, boolean called) {}

    /// @param path in the data folder, with `/`
    public record FileData(String path, Content content) {}

    /// One entry of the archive.
    ///
    /// @param bytes before compression
    /// @param sha256 of these, hexadecimal
    public record Content(String entry, long bytes, String sha256) {}

    /// Of the latest migration; migrations are named `folder/V202611231130__words.sql`.
    String latest() {
        return migrations.stream()
                .map(script -> script.replaceFirst(".*/", "").replaceFirst("__.*", ""))
                .max(String::compareTo)
                .orElse("");
    }

    long rows() {
        return tables.stream().mapToLong(TableData::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(table -> table.content().bytes()).sum()
                + files.stream().mapToLong(file -> file.content().bytes()).sum();
    }
}
