package io.encours.correspondence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/// A text message as networks count it (3GPP TS 23.038): 160 characters of the GSM alphabet, 70 as soon as one
/// character
/// is outside of it; a little less in each part of a longer one (3GPP TS 23.040: seven octets of each part say which
/// it is). A sign that counts for two is not cut in half.
///
/// @param characters as the network counts: some signs of the GSM alphabet, such as €, count for two
/// @param parts messages it is sent and billed as
/// @param room characters that still fit into the last part
/// @param outside characters that are not of the GSM alphabet, each once
public record SmsText(String text, int characters, List<String> parts, int room, List<String> outside) {

    /// By their number in the alphabet; the escape, which no text has, stands at 27.
    public static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String COUNTED_TWICE = "^{}\\[~]|€";
    private static final int GSM_ALONE = 160;
    private static final int GSM_EACH = 153;
    private static final int UCS_ALONE = 70;
    private static final int UCS_EACH = 67;

    public static SmsText of(String text) {
        var outside = text.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> !isGsm(letter))
                .distinct()
                .toList();
        var isGsm = outside.isEmpty();
        var characters = units(text, isGsm);
        var alone = isGsm ? GSM_ALONE : UCS_ALONE;
        var each = isGsm ? GSM_EACH : UCS_EACH;
        if (characters <= alone) {
            return new SmsText(text, characters, List.of(text), alone - characters, outside);
        }
        var parts = parts(text, each, isGsm);
        return new SmsText(text, characters, parts, each - units(parts.getLast(), isGsm), outside);
    }

    @JsonProperty
    public int segments() {
        return parts.size();
    }

    public boolean isGsm() {
        return outside.isEmpty();
    }

    private static boolean isGsm(String letter) {
        return COUNTED_TWICE.contains(letter) || (GSM.contains(letter) && !letter.equals("\u001b"));
    }

    private static int units(String text, boolean isGsm) {
        return isGsm ? text.chars().map(SmsText::units).sum() : text.length();
    }

    private static int units(int letter) {
        return COUNTED_TWICE.indexOf(letter) >= 0 ? 2 : 1;
    }

    private static List<String> parts(String text, int each, boolean isGsm) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var used = 0;
        for (var letter : text.codePoints().toArray()) {
            var needed = isGsm ? units(letter) : Character.charCount(letter);
            if (used + needed > each) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.appendCodePoint(letter);
            used += needed;
        }
        parts.add(part.toString());
        return List.copyOf(parts);
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
