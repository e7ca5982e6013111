package io.encours.demo;

import io.encours.demo.Entry.Document;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The books of one company, from the first day to today. What would happen after today is not written.
final class Books {

    private final DemoCompany company;
    private final LocalDate first;
    private final LocalDate today;
    private final List<Entry> entries = new ArrayList<>();

    Books(DemoCompany company, LocalDate first, LocalDate today) {
        this.company = company;
        this.first = first;
        this.today = today;
    }

    DemoCompany company() {
        return company;
    }

    LocalDate first() {
        return first;
    }

    LocalDate today() {
        return today;
    }

    void post(Entry entry) {
        if (!entry.balances()) {
            throw new IllegalStateException("Entry of %s does not balance".formatted(entry.date()));
        }
        if (!entry.date().isAfter(today)) {
            entries.add(entry);
        }
    }

    /// Orders the entries by day and gives every document its number.
    void close() {
        entries.sort(Comparator.comparing(Entry::date).thenComparing(Entry::journal));
        var last = new HashMap<String, Integer>();
        var known = new HashSet<Document>();
        for (var entry : entries) {
            if (known.add(entry.document())) {
                var series = entry.document().prefix() + entry.documentDate().getYear() % 100;
                entry.document().isNumbered("%s-%05d".formatted(series, last.merge(series, 1, Integer::sum)));
            }
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /// Last days of the fiscal years, oldest first.
    List<LocalDate> closings() {
        return Stream.iterate(company.closingOf(first), closing -> company.closingOf(closing.plusDays(1)))
                .takeWhile(closing -> !closing.isAfter(company.closingOf(today)))
                .toList();
    }

    /// Number of documents written.
    long documents() {
        return entries.stream().map(Entry::document).distinct().count();
    }

    /// What each customer owes, by code; customers who owe nothing are there with zero.
    Map<String, BigDecimal> balances() {
        var balances = new TreeMap<String, BigDecimal>();
        entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .forEach(line -> line.customer()
                        .ifPresent(customer -> balances.merge(customer.code(), line.balance(), BigDecimal::add)));
        return balances;
    }
}
