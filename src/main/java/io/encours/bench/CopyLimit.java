package io.encours.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/// The least an import can take: the lines of the file, made ready beforehand, copied into a table of the same columns
/// with a primary key and an index.
final class CopyLimit {

    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=\\|\\d{1,12}),(?=\\d\\d\\|)");

    private final Bed bed;
    private final Path rows;

    CopyLimit(Bed bed, Path fec) throws IOException {
        this.bed = bed;
        this.rows = Files.createTempFile(bed.folder(), "rows", ".txt");
        try (var lines = Files.lines(fec);
                var out = Files.newBufferedWriter(rows)) {
            var number = 0;
            for (var line : (Iterable<String>) lines.skip(1)::iterator) {
                number++;
                out.write(number + "|" + DECIMAL_COMMA.matcher(line).replaceAll("."));
                out.write('\n');
            }
        }
        bed.db().execute("create schema if not exists bench");
        bed.db().execute("drop table if exists bench.fec_line");
        bed.db().execute("""
                create table bench.fec_line (
                    line int primary key, journal_code text, journal_label text, entry_number text, entry_date date,
                    account text, account_label text, auxiliary text, auxiliary_label text, document text,
                    document_date date, label text, debit numeric(19,4), credit numeric(19,4), matching_code text,
                    matching_date date, validation_date date, foreign_amount numeric(19,4), foreign_currency text)
                """);
        bed.db().execute("create index on bench.fec_line (auxiliary, account, entry_date)");
    }

    void empty() {
        bed.db().execute("truncate bench.fec_line");
    }

    void copy() {
        bed.db().connection(connection -> {
            try (var in = Files.newInputStream(rows)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy bench.fec_line from stdin with (format csv, delimiter '|', quote E'\\x01')",
                                in,
                                1 << 16);
            }
        });
    }
}
