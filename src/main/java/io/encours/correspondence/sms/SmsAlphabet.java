package io.encours.correspondence.sms;

import io.encours.correspondence.SmsText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How letters travel by SMPP: the GSM alphabet with one letter an octet (3GPP TS 23.038 §6.2.1), or UCS-2.
final class SmsAlphabet {

    /// `data_coding` (SMPP 3.4 §5.2.19).
    static final byte GSM = 0x00;

    static final byte ASCII = 0x01;
    static final byte LATIN_1 = 0x03;
    static final byte UCS_2 = 0x08;

    private static final int ESCAPE = 0x1b;
    private static final int LETTER_GROUPS = 0x0c;

    /// Letters after the escape, by their number (§6.2.1.1).
    private static final String EXTENSION_LETTERS = "^{}\\[~]|€";

    private static final byte[] EXTENSION_NUMBERS = {0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    private SmsAlphabet() {}

    static byte[] encode(String part, boolean gsm) {
        return gsm ? gsm(part) : part.getBytes(StandardCharsets.UTF_16BE);
    }

    private static byte[] gsm(String part) {
        var octets = new ByteArrayOutputStream();
        for (var at = 0; at < part.length(); at++) {
            var letter = part.charAt(at);
            var extended = EXTENSION_LETTERS.indexOf(letter);
            if (extended >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENSION_NUMBERS[extended]);
            } else {
                octets.write(SmsText.GSM.indexOf(letter));
            }
        }
        return octets.toByteArray();
    }

    static String decode(byte[] octets, byte coding) {
        return switch (coding & LETTER_GROUPS) {
            case UCS_2 -> new String(octets, StandardCharsets.UTF_16BE);
            case GSM ->
                switch (coding) {
                    case LATIN_1 -> new String(octets, StandardCharsets.ISO_8859_1);
                    case ASCII -> new String(octets, StandardCharsets.US_ASCII);
                    default -> gsm(octets);
                };
            default -> new String(octets, Charset.forName("ISO-8859-1"));
        };
    }

    private static String gsm(byte[] octets) {
        var text = new StringBuilder();
        for (var at = 0; at < octets.length; at++) {
            var number = octets[at] & 0x7f;
            if (number == ESCAPE && at + 1 < octets.length) {
                at++;
                text.append(extended(octets[at]));
            } else {
                text.append(SmsText.GSM.charAt(number));
            }
        }
        return text.toString();
    }

    private static char extended(byte number) {
        for (var at = 0; at < EXTENSION_NUMBERS.length; at++) {
            if (EXTENSION_NUMBERS[at] == number) {
                return EXTENSION_LETTERS.charAt(at);
            }
        }
        return ' ';
    }
}
