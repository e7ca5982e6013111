package io.encours.importing.text;

/// What counts as nothing around a value: blanks, no-break blanks, control characters that files end or pad with.
public final class Blank {

    private Blank() {}

    public static boolean is(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2007' || c == '\ufeff';
    }

    public static String strip(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && is(text.charAt(from))) {
            from++;
        }
        while (to > from && is(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
