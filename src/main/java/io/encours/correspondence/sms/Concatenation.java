package io.encours.correspondence.sms;

import java.util.Arrays;
import java.util.Optional;

/// Which part of a longer message a short one is: the user data header of 3GPP TS 23.040 §9.2.3.24.1 and .8.
///
/// @param reference the same for all parts
/// @param number from 1
record Concatenation(int reference, int total, int number) {

    private static final byte SHORT_REFERENCE = 0x00;
    private static final byte LONG_REFERENCE = 0x08;

    /// The header and the text behind it.
    byte[] before(byte[] text) {
        var whole = new byte[6 + text.length];
        whole[0] = 5;
        whole[1] = SHORT_REFERENCE;
        whole[2] = 3;
        whole[3] = (byte) reference;
        whole[4] = (byte) total;
        whole[5] = (byte) number;
        System.arraycopy(text, 0, whole, 6, text.length);
        return whole;
    }

    /// What the header of a message says; empty when it says nothing of parts, or nonsense.
    static Optional<Concatenation> of(byte[] message) {
        var end = Math.min(message.length, headerLength(message));
        for (var at = 1; at + 1 < end; at += 2 + (message[at + 1] & 0xff)) {
            var length = message[at + 1] & 0xff;
            if (at + 2 + length > end) {
                return Optional.empty();
            }
            if (message[at] == SHORT_REFERENCE && length == 3) {
                return sound(message[at + 2] & 0xff, message[at + 3] & 0xff, message[at + 4] & 0xff);
            }
            if (message[at] == LONG_REFERENCE && length == 4) {
                return sound(
                        (message[at + 2] & 0xff) << 8 | (message[at + 3] & 0xff),
                        message[at + 4] & 0xff,
                        message[at + 5] & 0xff);
            }
        }
        return Optional.empty();
    }

    static byte[] textOf(byte[] message) {
        return Arrays.copyOfRange(message, Math.min(message.length, headerLength(message)), message.length);
    }

    private static int headerLength(byte[] message) {
        return message.length == 0 ? 0 : 1 + (message[0] & 0xff);
    }

    static Optional<Concatenation> sound(int reference, int total, int number) {
        return number >= 1 && number <= total
                ? Optional.of(new Concatenation(reference, total, number))
                : Optional.empty();
    }
}
