package io.encours.platform.backup;

import io.encours.platform.backup.Manifest.Content;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An archive being written, entry by entry, as a stream.
final class Entries implements AutoCloseable {

    private final ZipOutputStream zip;

    Entries(OutputStream target) {
        zip = new ZipOutputStream(new LeftOpen(target), StandardCharsets.UTF_8);
        // A little larger than with the usual compression, in a third of its time.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /// Writes what an entry holds.
    interface Writer<E extends Exception> {

        void write(OutputStream target) throws IOException, E;
    }

    <E extends Exception> Content add(String name, Writer<E> writer) throws IOException, E {
        zip.putNextEntry(new ZipEntry(name));
        var measured = new Measured(zip);
        writer.write(measured);
        measured.flush();
        zip.closeEntry();
        return new Content(name, measured.bytes, HexFormat.of().formatHex(measured.digest.digest()));
    }

    /// The archive is whole only then.
    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The target is its owner's to close.
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /// Counts and digests, and leaves its target open.
    private static final class Measured extends OutputStream {

        private static final int FULL = 1 << 16;

        private final OutputStream target;
        private final MessageDigest digest = sha256();
        private final byte[] buffer = new byte[FULL];
        private int filled;
        private long bytes;

        Measured(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        /// `COPY` comes row by row: many small pieces, each dear to the compression.
        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (length > FULL - filled) {
                flush();
            }
            if (length > FULL) {
                pass(source, offset, length);
            } else {
                System.arraycopy(source, offset, buffer, filled, length);
                filled += length;
            }
        }

        @Override
        public void flush() throws IOException {
            pass(buffer, 0, filled);
            filled = 0;
        }

        private void pass(byte[] source, int offset, int length) throws IOException {
            target.write(source, offset, length);
            digest.update(source, offset, length);
            bytes += length;
        }
    }
}
