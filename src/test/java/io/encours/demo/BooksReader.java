package io.encours.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Reads in the generator's own books what the import must find out.
final class BooksReader {

    private BooksReader() {}

    /// What is open of each document: lines that are in no whole matching; in a partial one, which has a single
    /// invoice,
    /// what was paid is taken off it.
    static Map<String, BigDecimal> remaining(Books books, LocalDate today) {
        var invoices = new HashMap<String, String>();
        var remaining = new TreeMap<String, BigDecimal>();
        for (var entry : books.entries()) {
            for (var line : entry.lines()) {
                if (line.customer().isEmpty() || line.isSettledOn(today)) {
                    continue;
                }
                var document = entry.document().number();
                var owed = line.markOn(today)
                        .map(mark -> line.customer().get().code() + line.account() + mark.code())
                        .map(group -> invoices.computeIfAbsent(group, any -> document))
                        .orElse(document);
                remaining.merge(owed, line.balance(), BigDecimal::add);
            }
        }
        return remaining;
    }
}
