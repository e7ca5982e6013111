package io.encours.platform;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A reference that banks carry with a transfer and check on the way: `RF`, two check digits, at most 21 letters and
/// digits (ISO 11649).
public record CreditorReference(String value) {

    private static final int LONGEST = 21;
    private static final Pattern FORM = Pattern.compile("RF\\d{2}[A-Z0-9]{1,21}");
    private static final int LETTER_A = 10;

    /// With the check digits for a text; its letters and digits count, in capitals.
    ///
    /// @return empty when nothing or too much is left of the text
    public static Optional<CreditorReference> of(String text) {
        var plain = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        var digits = 98 - remainder(plain + "RF00");
        return Optional.of(new CreditorReference("RF%02d%s".formatted(digits, plain)));
    }

    /// Its form and check digits are right; blanks do not count.
    public static boolean isValid(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(text).matches() && remainder(text.substring(4) + text.substring(0, 4)) == 1;
    }

    /// `RF18 5390 0754 7034`.
    public String inFours() {
        return BankAccount.inFours(value);
    }

    /// Modulo 97 of the text as a number, A = 10 … Z = 35 (ISO 7064).
    private static int remainder(String text) {
        var digits = new StringBuilder();
        for (var index = 0; index < text.length(); index++) {
            var sign = text.charAt(index);
            digits.append(sign <= '9' ? sign - '0' : sign - 'A' + LETTER_A);
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }
}
