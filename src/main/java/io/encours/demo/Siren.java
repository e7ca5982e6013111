package io.encours.demo;

/// Numbers that pass the check of a SIREN or SIRET and were never given to anybody: they begin with 000.
final class Siren {

    private Siren() {}

    /// @param serial up to five digits
    static String of(int serial) {
        return withCheckDigit("000%05d".formatted(serial));
    }

    static String siret(String siren, int establishment) {
        return withCheckDigit("%s%04d".formatted(siren, establishment));
    }

    static String vatNumber(String siren) {
        return "FR%02d%s".formatted((12 + 3 * (Long.parseLong(siren) % 97)) % 97, siren);
    }

    /// Luhn: the digits of even place from the right count double, the sum is a multiple of ten.
    static boolean passes(String number) {
        var sum = 0;
        for (var place = 1; place <= number.length(); place++) {
            var digit = number.charAt(number.length() - place) - '0';
            var counted = place % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static String withCheckDigit(String digits) {
        var check = 0;
        while (!passes(digits + check)) {
            check++;
        }
        return digits + check;
    }
}
