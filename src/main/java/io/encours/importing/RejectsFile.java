package io.encours.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The rejected lines of an import, as a file of the same form with the reason in a column of its own.
public final class RejectsFile {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String fileName;
    private final String mediaType;
    private final Charset charset;
    private final byte[] bytes;

    private RejectsFile(String fileName, String mediaType, Charset charset, byte[] bytes) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.charset = charset;
        this.bytes = bytes;
    }

    static RejectsFile text(String fileName, Charset charset, String content) {
        return new RejectsFile(fileName, "text/csv", charset, content.getBytes(charset));
    }

    static RejectsFile workbook(String fileName, byte[] bytes) {
        return new RejectsFile(fileName, WORKBOOK, StandardCharsets.UTF_8, bytes);
    }

    public String fileName() {
        return fileName;
    }

    /// Without charset.
    public String mediaType() {
        return mediaType;
    }

    /// Of a text; a workbook has none of its own.
    public Charset charset() {
        return charset;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// Of a text.
    public String content() {
        return new String(bytes, charset);
    }
}
