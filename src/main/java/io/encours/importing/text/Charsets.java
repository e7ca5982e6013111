package io.encours.importing.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out how the characters of a file are coded: by its byte order mark, UTF-8 when every byte agrees, else the
/// single-byte code page that makes the most plausible French of the bytes above 127.
public final class Charsets {

    /// @param mark length of the byte order mark
    public record Found(Charset charset, int mark) {}

    /// What the file is when it is no text.
    public enum Failure {
        EMPTY,
        BINARY
    }

    /// The file cannot be read as text.
    public static final class NotText extends Exception {
        private static final long serialVersionUID = 1L;
        private final Failure failure;

        NotText(Failure failure) {
            super(failure.name());
            this.failure = failure;
        }

        public Failure failure() {
            return failure;
        }
    }

    /// In the order of preference when they score the same.
    private static final List<Charset> SINGLE_BYTE = List.of(
            Charset.forName("windows-1252"),
            Charset.forName("ISO-8859-15"),
            Charset.forName("IBM850"),
            Charset.forName("x-MacRoman"));

    /// Occurrences looked at for scoring; more tell nothing new.
    private static final int ENOUGH = 20_000;

    private Charsets() {}

    public static Found detect(Path file) throws IOException, NotText {
        if (Files.size(file) == 0) {
            throw new NotText(Failure.EMPTY);
        }
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4096);
            var marked = marked(head);
            if (marked != null) {
                return marked;
            }
            refuseBinary(head);
        }
        return scan(file);
    }

    private static @Nullable Found marked(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Found(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new Found(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new Found(StandardCharsets.UTF_16BE, 2);
        }
        return unmarkedUtf16(head);
    }

    private static @Nullable Found unmarkedUtf16(byte[] head) {
        var even = 0;
        var odd = 0;
        for (var i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        var most = head.length / 2 * 9 / 10;
        if (head.length >= 16 && odd >= most && even == 0) {
            return new Found(StandardCharsets.UTF_16LE, 0);
        }
        return head.length >= 16 && even >= most && odd == 0 ? new Found(StandardCharsets.UTF_16BE, 0) : null;
    }

    private static void refuseBinary(byte[] head) throws NotText {
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, '%', 'P', 'D', 'F') || startsWith(head, 0x1F, 0x8B)) {
            throw new NotText(Failure.BINARY);
        }
        var control = 0;
        for (var b : head) {
            if (b == 0) {
                throw new NotText(Failure.BINARY);
            }
            control += b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != 26 ? 1 : 0;
        }
        if (control > head.length / 50) {
            throw new NotText(Failure.BINARY);
        }
    }

    private static Found scan(Path file) throws IOException {
        var high = new ArrayList<byte[]>();
        var utf8 = true;
        var any = false;
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var check = new Utf8Check();
            var chunk = new byte[1 << 16];
            for (var read = in.read(chunk); read > 0; read = in.read(chunk)) {
                for (var i = 0; i < read; i++) {
                    if (chunk[i] < 0) {
                        any = true;
                        if (high.size() < ENOUGH) {
                            high.add(new byte[] {
                                i > 0 ? chunk[i - 1] : (byte) ' ', chunk[i], i + 1 < read ? chunk[i + 1] : (byte) ' '
                            });
                        }
                    }
                    utf8 &= check.accepts(chunk[i]);
                }
                if (!utf8 && high.size() >= ENOUGH) {
                    break;
                }
            }
            utf8 &= check.complete();
        }
        return new Found(utf8 || !any ? StandardCharsets.UTF_8 : mostFrench(high), 0);
    }

    private static Charset mostFrench(List<byte[]> high) {
        var best = SINGLE_BYTE.getFirst();
        var bestScore = Integer.MIN_VALUE;
        for (var charset : SINGLE_BYTE) {
            var score = 0;
            for (var context : high) {
                score += FrenchLetters.score(new String(context, charset));
            }
            if (score > bestScore) {
                best = charset;
                bestScore = score;
            }
        }
        return best;
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (var i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /// The text of a file, without its byte order mark.
    public static InputStream open(Path file, Found found) throws IOException {
        var in = Files.newInputStream(file);
        in.skipNBytes(found.mark());
        return in;
    }

    /// Strict UTF-8, byte by byte.
    private static final class Utf8Check {
        private int wanted;
        private int lowest;
        private int value;

        boolean accepts(byte b) {
            var u = b & 0xFF;
            if (wanted > 0) {
                if ((u & 0xC0) != 0x80) {
                    return false;
                }
                value = (value << 6) | (u & 0x3F);
                wanted--;
                return wanted > 0 || (value >= lowest && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF));
            }
            if (u < 0x80) {
                return true;
            }
            if (u >= 0xC2 && u < 0xE0) {
                return begin(1, u & 0x1F, 0x80);
            }
            if (u >= 0xE0 && u < 0xF0) {
                return begin(2, u & 0x0F, 0x800);
            }
            return u >= 0xF0 && u < 0xF5 && begin(3, u & 0x07, 0x10000);
        }

        boolean complete() {
            return wanted == 0;
        }

        private boolean begin(int more, int bits, int least) {
            wanted = more;
            value = bits;
            lowest = least;
            return true;
        }
    }
}
