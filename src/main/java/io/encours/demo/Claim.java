package io.encours.demo;

import io.encours.demo.Entry.Document;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// An invoice on its way to be settled: its line on 411 and the lines that already stand against it.
record Claim(Document invoice, LocalDate date, LocalDate dueDate, List<Line> lines) {

    static Claim of(Document invoice, LocalDate date, LocalDate dueDate, Line line) {
        var lines = new ArrayList<Line>();
        lines.add(line);
        return new Claim(invoice, date, dueDate, lines);
    }

    static BigDecimal total(List<Claim> claims) {
        return claims.stream().map(Claim::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What is still owed.
    BigDecimal amount() {
        return lines.stream().map(Line::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void against(Line line) {
        lines.add(line);
    }
}
