package io.encours.platform;

/// Text that can be kept: PostgreSQL has no character zero.
public final class PlainCharacters {

    private PlainCharacters() {}

    /// The text without characters zero.
    public static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
