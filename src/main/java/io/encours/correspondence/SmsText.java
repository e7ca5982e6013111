package io.encours.correspondence;

import java.util.List;

/// A text message as networks count it (3GPP TS 23.038): 160 characters of the GSM alphabet, 70 as soon as one
/// character
/// is outside of it; a little less in each part of a longer one.
///
/// @param characters as the network counts: some signs of the GSM alphabet, such as €, count for two
/// @param segments messages it is sent and billed as
/// @param room characters that still fit into the last segment
/// @param outside characters that are not of the GSM alphabet, each once
public record SmsText(String text, int characters, int segments, int room, List<String> outside) {

    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String COUNTED_TWICE = "^{}\\[~]|€";

    static SmsText of(String text) {
        var outside = text.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> !GSM.contains(letter) && !COUNTED_TWICE.contains(letter))
                .distinct()
                .toList();
        var characters = outside.isEmpty()
                ? text.length()
                        + (int) text.chars()
                                .filter(letter -> COUNTED_TWICE.indexOf(letter) >= 0)
                                .count()
                : text.length();
        var alone = outside.isEmpty() ? 160 : 70;
        var each = outside.isEmpty() ? 153 : 67;
        var segments = characters <= alone ? 1 : (characters + each - 1) / each;
        var room = (segments == 1 ? alone : segments * each) - characters;
        return new SmsText(text, characters, segments, room, outside);
    }

    public boolean isGsm() {
        return outside.isEmpty();
    }

    /// Typographic signs that would more than double the price of a message, as typewriters had them.
    static String plain(String text) {
        return text.replaceAll("[\\u00A0\\u202F\\u2009]", " ")
                .replaceAll("[\\u2018\\u2019]", "'")
                .replaceAll("«\\s?|\\s?»|[\\u201C\\u201D]", "\"")
                .replaceAll("[\\u2013\\u2014\\u2212]", "-")
                .replace("…", "...")
                .replace("œ", "oe")
                .strip();
    }
}
