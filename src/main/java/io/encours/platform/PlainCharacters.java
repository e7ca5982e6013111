package io.encours.platform;

/// Text that can be kept: PostgreSQL has no character zero, and no half of a pair of surrogates.
public final class PlainCharacters {

    private PlainCharacters() {}

    /// Whether all of the text can be kept.
    public static boolean fit(String text) {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == 0 || Character.isLowSurrogate(character)) {
                return false;
            }
            if (Character.isHighSurrogate(character)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The text without characters zero.
    public static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
