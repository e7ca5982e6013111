package io.encours.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The matchings (*lettrages*) of one customer. Codes run AA … ZZ and begin again after ZZ and with every fiscal year,
/// so
/// they recur, as they do in real books; lower case marks groups that do not balance yet.
final class Matchings {

    private static final int CODES = 26 * 26;

    private record Matching(LocalDate day, boolean whole, List<Line> lines) {}

    private final Books books;
    private final int start;
    private final List<Matching> matchings = new ArrayList<>();

    /// @param start place in AA … ZZ of the first code
    Matchings(Books books, int start) {
        this.books = books;
        this.start = start;
    }

    void whole(LocalDate day, List<Line> lines) {
        matchings.add(new Matching(day, true, List.copyOf(lines)));
    }

    void partial(LocalDate day, List<Line> lines) {
        matchings.add(new Matching(day, false, List.copyOf(lines)));
    }

    void write() {
        matchings.sort(Comparator.comparing(Matching::day));
        var used = 0;
        var usedInYear = 0;
        var year = books.company().closingOf(books.first());
        for (var matching : matchings) {
            if (matching.day().isAfter(books.today())) {
                return;
            }
            if (matching.day().isAfter(year)) {
                year = books.company().closingOf(matching.day());
                usedInYear = 0;
            }
            var code = matching.whole() ? code('A', start + usedInYear++) : code('a', used++);
            matching.lines().forEach(line -> line.mark(new Line.Mark(matching.day(), code, matching.whole())));
        }
    }

    private static String code(char first, int number) {
        var place = number % CODES;
        return "" + (char) (first + place / 26) + (char) (first + place % 26);
    }
}
