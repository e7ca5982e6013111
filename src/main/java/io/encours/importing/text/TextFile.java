package io.encours.importing.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text file whose characters are understood, to be read from the beginning as often as needed.
public record TextFile(Path path, Charset charset, int mark, long size) {

    /// How much of it has been read.
    public static final class Position extends FilterInputStream {
        private long bytes;

        Position(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            bytes += Math.max(read, 0);
            return read;
        }

        public long bytes() {
            return bytes;
        }
    }

    /// @throws Unreadable when it is empty or no text
    public static TextFile open(Path path) throws IOException, Unreadable {
        try {
            var found = Charsets.detect(path);
            return new TextFile(path, found.charset(), found.mark(), Files.size(path));
        } catch (Charsets.NotText e) {
            throw switch (e.failure()) {
                case EMPTY -> new Unreadable("importing.refusal.empty");
                case BINARY -> new Unreadable("importing.refusal.binary");
            };
        }
    }

    public Position bytes() throws IOException {
        var in = new Position(Files.newInputStream(path));
        in.skipNBytes(mark);
        return in;
    }

    /// The lines, from the first.
    public LineReader lines(InputStream in) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new LineReader(new InputStreamReader(in, decoder));
    }

    /// The first line that is not blank.
    public String firstLine() throws IOException, Unreadable {
        try (var lines = lines(bytes())) {
            while (lines.next()) {
                if (!lines.blank()) {
                    return lines.text();
                }
            }
        } catch (LineReader.TooLong e) {
            throw new Unreadable("importing.refusal.longLine", String.valueOf(e.line()));
        }
        throw new Unreadable("importing.refusal.empty");
    }
}
