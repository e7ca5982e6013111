package io.encours.platform;

/// The check digit of SIREN and SIRET numbers (ISO/IEC 7812-1, annex B).
public final class Luhn {

    private Luhn() {}

    /// The digits of even place from the right count double, the sum is a multiple of ten.
    ///
    /// @param digits only digits
    public static boolean passes(String digits) {
        var sum = 0;
        for (var place = 1; place <= digits.length(); place++) {
            var digit = digits.charAt(digits.length() - place) - '0';
            var counted = place % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
