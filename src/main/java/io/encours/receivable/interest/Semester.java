package io.encours.receivable.interest;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Pattern;

/// A half-year, for which the rates of the law are published. Written `2026-H1`.
///
/// @param half 1 or 2
public record Semester(int year, int half) implements Comparable<Semester> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-?[HSs](1|2)");

    public Semester {
        if (half != 1 && half != 2) {
            throw new IllegalArgumentException("No half of a year: " + half);
        }
    }

    public static Semester of(LocalDate day) {
        return new Semester(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    }

    public static Optional<Semester> parse(String text) {
        var matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Semester(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, half == 1 ? Month.JANUARY : Month.JULY, 1);
    }

    public LocalDate lastDay() {
        return half == 1 ? LocalDate.of(year, Month.JUNE, 30) : LocalDate.of(year, Month.DECEMBER, 31);
    }

    @Override
    public int compareTo(Semester other) {
        return firstDay().compareTo(other.firstDay());
    }

    @Override
    public String toString() {
        return "%04d-H%d".formatted(year, half);
    }
}
