package io.encours.importing.layout;

import io.encours.importing.layout.Target.Content;
import io.encours.importing.table.Row;
import io.encours.importing.text.Amounts;
import io.encours.importing.text.Dates;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the values of a column look like.
///
/// @param values of the first rows, blank ones left out
record ColumnContent(List<String> values) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern MONTH_FIRST = Pattern.compile("\\d{1,2}[/.-](?:1[3-9]|2\\d|3[01])[/.-]\\d{2,4}.*");
    private static final Pattern DAY_FIRST = Pattern.compile("(?:1[3-9]|2\\d|3[01])[/.-]\\d{1,2}[/.-]\\d{2,4}.*");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern CENTS = Pattern.compile("[,.]\\d{1,2}\\D*$");
    private static final int BY_CONTENT_ALONE = 50;
    private static final int WITHOUT_NAME = 40;
    private static final int CONTENT_AGREES = 20;

    static ColumnContent of(List<Row> rows, int place) {
        return new ColumnContent(rows.stream()
                .map(row -> row.cell(place))
                .filter(value -> !value.isEmpty())
                .toList());
    }

    /// How surely this is a field, of which the name says so much. Content that cannot be the field rules it out; only
    /// an
    /// e-mail, a SIREN or a SIRET is known without its name.
    int score(Content content, int byName) {
        if (values.isEmpty()) {
            return byName;
        }
        return switch (content) {
            case TEXT, CODE -> mostly(this::isDate) && content == Content.CODE ? 0 : byName;
            case DATE -> mostly(this::isDate) ? agreed(byName) : 0;
            case AMOUNT -> mostly(this::isAmount) && !mostly(this::isDate) ? agreed(byName) : 0;
            case EMAIL -> mostly(value -> EMAIL.matcher(value).matches()) ? alone(byName) : byName;
            case SIREN -> mostly(value -> isNumbered(value, 9)) ? alone(byName) : byName;
            case SIRET -> mostly(value -> isNumbered(value, 14)) ? alone(byName) : byName;
        };
    }

    /// How surely this is a field that every file has, whatever the name of the column says: a day, or an amount with
    /// cents.
    int scoreWithoutName(Content content) {
        return switch (content) {
            case DATE -> mostly(this::isDate) && !values.isEmpty() ? WITHOUT_NAME : 0;
            case AMOUNT ->
                mostly(this::isAmount)
                                && values.stream()
                                        .anyMatch(value -> CENTS.matcher(value).find())
                        ? WITHOUT_NAME
                        : 0;
            case TEXT, CODE, EMAIL, SIREN, SIRET -> 0;
        };
    }

    /// At least one date has a day where months do not reach, and none the other way round.
    boolean isMonthFirst() {
        return mostly(value -> isDate(value) || MONTH_FIRST.matcher(value).matches())
                && values.stream().anyMatch(value -> MONTH_FIRST.matcher(value).matches())
                && values.stream().noneMatch(value -> DAY_FIRST.matcher(value).matches());
    }

    private static int agreed(int byName) {
        return byName == 0 ? 0 : byName + CONTENT_AGREES;
    }

    private static int alone(int byName) {
        return Math.max(BY_CONTENT_ALONE, agreed(byName));
    }

    private boolean mostly(Predicate<String> form) {
        return values.stream().filter(form).count() * 10 >= values.size() * 8L;
    }

    private boolean isDate(String value) {
        return Dates.parse(value) > 0 || MONTH_FIRST.matcher(value).matches();
    }

    private boolean isAmount(String value) {
        var bare = value.replace("€", "").replace("EUR", "").replace("(", "").replace(")", "");
        return Amounts.parse(bare) != Amounts.INVALID;
    }

    /// That many digits, of which the last one checks the others (Luhn).
    private static boolean isNumbered(String value, int length) {
        var digits = BLANKS.matcher(value).replaceAll("");
        if (digits.length() != length || !digits.chars().allMatch(Character::isDigit)) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < length; i++) {
            var digit = Character.digit(digits.charAt(length - 1 - i), 10);
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
