package io.encours.importing.text;

/// How plausible a character above 127 is between its two neighbours in a French accounting text.
final class FrenchLetters {

    private static final String FREQUENT = "éèêàçôîùûëïâ";
    private static final String FREQUENT_CAPITALS = "ÉÈÊÀÇÔÎÙÛËÏÂ";
    private static final String RARE = "öüäñáíóúœæåõãÿÖÜÄÑÁÍÓÚŒÆ";

    private FrenchLetters() {}

    /// @param context the neighbour before, the character, the neighbour after
    static int score(String context) {
        var before = context.charAt(0);
        var c = context.charAt(1);
        var after = context.charAt(2);
        if (FREQUENT.indexOf(c) >= 0) {
            return Character.isUpperCase(before) && Character.isUpperCase(after)
                    ? 2
                    : inLowerCaseWord(before, after) ? 10 : 5;
        }
        if (FREQUENT_CAPITALS.indexOf(c) >= 0) {
            return Character.isLowerCase(before) && before < 128 ? -6 : inUpperCaseWord(before, after) ? 9 : 4;
        }
        if (c == '°' || c == 'º') {
            return "nNrR".indexOf(before) >= 0 || Character.isDigit(before) ? (c == '°' ? 10 : 6) : 0;
        }
        if (c == '€') {
            return before == ' ' || Character.isDigit(before) || before >= 128 ? 8 : 2;
        }
        if (c == '\u00a0' || c == '\u202f') {
            return Character.isDigit(before) || Character.isDigit(after) ? 6 : 3;
        }
        if ("«»’‘“”–—…²³".indexOf(c) >= 0) {
            return 4;
        }
        if (RARE.indexOf(c) >= 0) {
            return Character.isUpperCase(c) && Character.isLowerCase(before) ? -3 : 2;
        }
        if (Character.isISOControl(c) || c == '\ufffd' || !Character.isLetterOrDigit(c)) {
            return -8;
        }
        return -2;
    }

    private static boolean inLowerCaseWord(char before, char after) {
        return Character.isLowerCase(before) || Character.isLowerCase(after);
    }

    private static boolean inUpperCaseWord(char before, char after) {
        return Character.isUpperCase(before) || Character.isUpperCase(after);
    }
}
