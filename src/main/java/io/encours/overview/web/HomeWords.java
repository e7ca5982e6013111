package io.encours.overview.web;

import io.encours.platform.web.Address;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.PromiseReport;
import io.encours.reporting.PromiseReport.Row;
import io.encours.reporting.PromiseReport.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What the parts of the home page say in words, for templates.
public record HomeWords() {

    private static final int SHADES = 5;
    private static final int BAR = 1000;
    private static final int SOON = 7;

    /// A part of a bar a thousand wide.
    public record Part(int place, String from, String width) {}

    public static String sign(String currency) {
        return currency.equals("EUR") ? "€" : currency;
    }

    /// What a thousand of a currency is called: k€.
    public static String thousands(String currency) {
        return "k" + sign(currency);
    }

    /// `1–30`, `> 90`.
    public static String bucket(String name) {
        return name.endsWith("+") ? ">\u00a0" + name.substring(0, name.length() - 1) : name.replace('-', '–');
    }

    /// Which of the five shades a bucket has: the later, the darker.
    public static int shade(int place) {
        return Math.min(place, SHADES - 1);
    }

    public static List<Part> parts(List<BigDecimal> amounts) {
        var total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var parts = new ArrayList<Part>();
        var from = BigDecimal.ZERO;
        for (var place = 0; place < amounts.size() && total.signum() > 0; place++) {
            var width = amounts.get(place).multiply(BigDecimal.valueOf(BAR)).divide(total, 1, RoundingMode.HALF_UP);
            if (width.signum() > 0) {
                parts.add(new Part(shade(place), from.toPlainString(), width.toPlainString()));
            }
            from = from.add(width);
        }
        return parts;
    }

    /// The list a bucket is made of.
    public static String items(AgedBalance balance, int place) {
        var name = balance.buckets().get(place);
        var address = new Address("/items", Map.of("side", "CLAIMS"));
        if (place == 0) {
            return address.with("dueFrom", balance.asOf()).toString();
        }
        var days = name.endsWith("+")
                ? new String[] {String.valueOf(Integer.parseInt(name.substring(0, name.length() - 1)) + 1)}
                : name.split("-", 2);
        var latest = address.with("dueTo", balance.asOf().minusDays(Integer.parseInt(days[0])));
        return (days.length == 1
                        ? latest
                        : latest.with("dueFrom", balance.asOf().minusDays(Integer.parseInt(days[1]))))
                .toString();
    }

    public static String customer(String company, String code) {
        return "/customers/" + Address.part(company) + "/" + Address.part(code);
    }

    public static boolean isBroken(Row row) {
        return row.state() == State.BROKEN || row.state() == State.PARTLY_KEPT;
    }

    /// Promises that were not kept, and those due within a week, in the order of their days.
    public static List<Row> due(PromiseReport report, LocalDate today, int limit) {
        return report.rows().stream()
                .filter(row -> row.state() != State.KEPT)
                .filter(row -> !row.promisedFor().isAfter(today.plusDays(SOON)))
                .sorted(Comparator.comparing(Row::promisedFor).reversed().thenComparing(Row::name))
                .limit(limit)
                .toList();
    }
}
