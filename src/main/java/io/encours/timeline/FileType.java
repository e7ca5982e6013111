package io.encours.timeline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Kinds of files that may be attached, known by how they begin. What a browser could run (HTML, SVG) or a machine
/// (programs) is not among them.
enum FileType {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    TIFF("image/tiff"),
    WEBP("image/webp"),
    /// Documents of office programs are archives; which one the name says.
    OFFICE("application/octet-stream"),
    TEXT("text/plain;charset=UTF-8");

    private static final Set<String> OFFICE_ENDINGS = Set.of("docx", "xlsx", "pptx", "odt", "ods");
    private static final Set<String> TEXT_ENDINGS = Set.of("txt", "csv", "eml");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileType> of(String name, byte[] content) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (begins(content, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (begins(content, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (begins(content, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (begins(content, "GIF87a") || begins(content, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (begins(content, "II*\u0000") || begins(content, "MM\u0000*")) {
            return Optional.of(TIFF);
        }
        if (begins(content, "RIFF")
                && content.length > 12
                && new String(content, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (begins(content, "PK\u0003\u0004") && OFFICE_ENDINGS.contains(ending)) {
            return Optional.of(OFFICE);
        }
        return TEXT_ENDINGS.contains(ending) && isText(content) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean begins(byte[] content, String sign) {
        var expected = sign.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= expected.length
                && ByteBuffer.wrap(content, 0, expected.length).equals(ByteBuffer.wrap(expected));
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .chars()
                            .noneMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t')
                    && content.length > 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
