package io.encours.correspondence.notice;

import io.encours.platform.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A file kept with a notice: what a scan is is read in its first bytes, not in its name.
public final class Proof {

    private static final int LARGEST = 5 << 20;
    private static final int LONGEST_NAME = 200;

    private final String name;
    private final String mediaType;
    private final byte[] content;

    private Proof(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content;
    }

    /// @throws Problem invalid when it is too large, or neither PDF nor PNG nor JPEG
    public static Proof of(@Nullable String name, byte[] content) {
        if (content.length > LARGEST) {
            throw Problem.invalid("file", "correspondence.notice.problem.fileTooLarge", "5");
        }
        var mediaType = mediaType(content);
        if (mediaType == null) {
            throw Problem.invalid("file", "correspondence.notice.problem.fileKind");
        }
        var plain = (name == null || name.isBlank() ? "scan" : name).replaceAll("[\\p{Cntrl}/\\\\\"]", "_");
        return new Proof(
                plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain,
                mediaType,
                content);
    }

    static Proof kept(String name, String mediaType, byte[] content) {
        return new Proof(name, mediaType, content);
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content;
    }

    private static @Nullable String mediaType(byte[] content) {
        if (begins(content, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (begins(content, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        return begins(content, 0xff, 0xd8, 0xff) ? "image/jpeg" : null;
    }

    private static boolean begins(byte[] content, int... with) {
        return content.length >= with.length
                && Arrays.equals(
                        Arrays.stream(with).map(value -> value & 0xff).toArray(),
                        java.util.stream.IntStream.range(0, with.length)
                                .map(index -> content[index] & 0xff)
                                .toArray());
    }
}
