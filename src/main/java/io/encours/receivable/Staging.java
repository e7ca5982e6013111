package io.encours.receivable;

import io.encours.platform.database.CopyRows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table lines wait in until they are merged; it lives as long as the transaction.
final class Staging {

    static final String TABLE = """
            create temp table staged_line (
                line int not null,
                customer_code text not null,
                customer_name text not null,
                unidentified boolean not null,
                journal text not null,
                journal_label text not null,
                entry_number text not null,
                entry_date date not null,
                account text not null,
                account_label text not null,
                control_account text not null,
                auxiliary text not null,
                document text not null,
                document_date date,
                label text not null,
                debit numeric(19,4) not null,
                credit numeric(19,4) not null,
                currency text not null,
                foreign_amount numeric(19,4),
                foreign_currency text,
                matching_code text not null,
                matching_date date,
                validation_date date,
                due_date date,
                label_due_date date,
                payment_method text,
                reference text not null,
                nature text not null,
                opening boolean not null,
                fingerprint uuid not null
            ) on commit drop
            """;

    private final CopyRows rows;
    private final Source source;
    private final MessageDigest digest;

    Staging(Connection connection, Source source) throws SQLException {
        this.rows = new CopyRows(connection, "staged_line");
        this.source = source;
        try {
            this.digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(StagedLine line) {
        try {
            write(line);
        } catch (SQLException e) {
            throw new StagingFailed(e);
        }
    }

    long finish() throws SQLException {
        return rows.finish();
    }

    void close() throws SQLException {
        rows.close();
    }

    private void write(StagedLine line) throws SQLException {
        rows.add(line.line())
                .add(line.customerCode())
                .add(line.customerName())
                .add(line.unidentified())
                .add(line.journal())
                .add(line.journalLabel())
                .add(line.entryNumber())
                .add(line.entryDate())
                .add(line.account())
                .add(line.accountLabel())
                .add(line.controlAccount())
                .add(line.auxiliary())
                .add(line.document())
                .add(line.documentDate())
                .add(line.label())
                .add(line.debit())
                .add(line.credit())
                .add(line.currency())
                .add(line.foreignAmount())
                .add(line.foreignCurrency())
                .add(line.matchingCode())
                .add(line.matchingDate())
                .add(line.validationDate())
                .add(line.dueDate())
                .add(line.labelDueDate())
                .add(line.paymentMethod())
                .add(line.reference())
                .add(line.nature().name())
                .add(line.opening())
                .add(fingerprint(line))
                .end();
    }

    /// What makes two lines the same: docs/decisions/0004 for a FEC, api.md for the rows of a CSV file.
    private UUID fingerprint(StagedLine line) {
        switch (source) {
            case FEC -> {
                mix(line.journal());
                mix(line.entryNumber());
                mix(line.entryDate());
                mix(line.account());
                mix(line.auxiliary());
                mix(line.document());
                mix(line.documentDate());
                mix(line.label());
                mix(line.debit().toPlainString());
                mix(line.credit().toPlainString());
            }
            case ITEMS -> {
                mix(line.customerCode());
                mix(line.document());
                mix(line.nature().name());
                mix(line.dueDate());
            }
            case PAYMENTS -> {
                mix(line.customerCode());
                mix(line.reference());
                mix(line.entryDate());
                mix(line.document());
            }
        }
        var bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private void mix(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void mix(@Nullable LocalDate date) {
        mix(date == null ? "" : date.toString());
    }

    /// The database refused the rows.
    static final class StagingFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StagingFailed(SQLException cause) {
            super(cause);
        }
    }
}
