package io.encours.importing;

import java.nio.charset.Charset;

/// The rejected lines of an import, as a file of the same form with the reason in a column of its own.
public record RejectsFile(String fileName, Charset charset, String content) {

    public byte[] bytes() {
        return content.getBytes(charset);
    }
}
