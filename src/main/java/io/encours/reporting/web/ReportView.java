package io.encours.reporting.web;

import io.encours.customer.CustomerCriteria;
import io.encours.platform.web.Address;
import io.encours.platform.web.Option;
import io.encours.prediction.DelayReference;
import io.encours.reporting.AgedBalance.By;
import io.encours.reporting.ReportName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands above a report: what it is narrowed to and how that is changed.
///
/// @param ask what was asked by the address
public record ReportView(Ask ask) {

    /// Of the files a report comes as, the one people ask for first.
    public static final List<String> FORMATS = List.of("xlsx", "csv", "pdf");

    /// A filter in the way of the list, with the address without it.
    public record Chip(String text, String clear) {}

    /// One of a few ways to look at the report.
    public record Way(String text, String address, boolean current) {}

    public ReportName name() {
        return ask.name();
    }

    public Address address() {
        return ask.address();
    }

    public String filters() {
        return ask.address().at(ask.address().path() + "/filters").toString();
    }

    /// The whole report as a file.
    public String file(String format) {
        return ask.address()
                .at(ask.address().path() + "/file")
                .with("format", format)
                .toString();
    }

    public boolean isOn(String time) {
        return Ask.Time.of(ask.name()).name().equals(time);
    }

    /// The time the report is about, in words.
    public String time() {
        var page = ask.page();
        return switch (Ask.Time.of(ask.name())) {
            case DAY ->
                ask.day().equals(page.today())
                        ? page.t("reporting.page.today")
                        : page.t("reporting.page.asOf", page.date(ask.day()));
            case MONTH -> new Cells(page).longMonth(ask.month());
            case SPAN -> page.t("reporting.page.span", page.date(ask.from()), page.date(ask.to()));
        };
    }

    public boolean isUsualTime() {
        return ask.query().when().asOf() == null
                && ask.query().when().month() == null
                && ask.query().when().from() == null
                && ask.query().when().to() == null;
    }

    public String usualTime() {
        return ask.address().without("asOf", "month", "from", "to").toString();
    }

    /// What stands in a field of time.
    public String value(String field) {
        return switch (field) {
            case "asOf" -> ask.day().toString();
            case "month" -> ask.month().toString();
            case "from" -> ask.from().toString();
            default -> ask.to().toString();
        };
    }

    public @Nullable String wrong(String field) {
        var key = ask.wrong().get(field);
        return key == null ? null : ask.page().t(key);
    }

    public boolean isAnyWrong() {
        return !ask.wrong().isEmpty();
    }

    /// Parameters that a form about some fields keeps.
    public Map<String, String> keeping(String... without) {
        return ask.address().without(without).parameters();
    }

    public Map<String, String> keepingAllButCustomers() {
        return keeping(CustomerCriteria.NAMES.toArray(String[]::new));
    }

    public List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        var shown = new ArrayList<>(CustomerCriteria.NAMES);
        if (currencies().isEmpty()) {
            shown.addFirst(Ask.CURRENCY);
        }
        for (var field : shown) {
            var value = ask.address().value(field);
            if (!value.isEmpty()) {
                chips.add(new Chip(
                        ask.page()
                                .t(
                                        "reporting.page.filter." + field + ".is",
                                        value.equals("-") ? ask.page().t("reporting.page.noCollector") : value),
                        ask.address().without(field).toString()));
            }
        }
        return chips;
    }

    /// One company, or all together; empty where there is only one.
    public List<Way> companies() {
        var page = ask.page();
        var company = page.company();
        if (company == null || page.companies().size() < 2) {
            return List.of();
        }
        var base = ask.address().without("company", Ask.COMPANIES, Ask.CURRENCY);
        return List.of(
                new Way(company.name(), base.with("company", company.code()).toString(), !ask.isTogether()),
                new Way(
                        page.t("reporting.page.together"),
                        base.with(Ask.COMPANIES, Ask.ALL).toString(),
                        ask.isTogether()));
    }

    /// Which of the currencies of all companies is shown; empty where there is only one.
    public List<Way> currencies() {
        var currencies = Ask.currencies(ask.page());
        if (!ask.isTogether() || currencies.size() < 2) {
            return List.of();
        }
        return currencies.stream()
                .map(currency -> new Way(
                        currency,
                        ask.address().with(Ask.CURRENCY, currency).toString(),
                        currency.equals(ask.query().filter().currency())))
                .toList();
    }

    /// The rows of the aged balance, or what a delay counts from.
    public List<Way> ways() {
        return switch (ask.name()) {
            case AGED_BALANCE -> {
                var current = ask.query().how().by() == null
                        ? By.CUSTOMER
                        : ask.query().how().by();
                yield Arrays.stream(By.values())
                        .map(by -> new Way(
                                ask.page().t("reporting.page.by." + by.name()),
                                ask.address().with("by", by).toString(),
                                by == current))
                        .toList();
            }
            case AVERAGE_PAYMENT_DELAY -> {
                var chosen = ask.query().how().reference();
                var ways = new ArrayList<Way>();
                ways.add(new Way(
                        ask.page().t("reporting.page.reference.ofCompany"),
                        ask.address().without("reference").toString(),
                        chosen == null));
                for (var reference : DelayReference.values()) {
                    ways.add(new Way(
                            ask.page().t(reference.messageKey()),
                            ask.address().with("reference", reference).toString(),
                            reference == chosen));
                }
                yield ways;
            }
            case DSO,
                    COLLECTION_EFFECTIVENESS,
                    UNALLOCATED_PAYMENTS,
                    SCHEDULE,
                    CASH_FORECAST,
                    DISPUTES,
                    ACTIVITY,
                    PROMISES,
                    TURNOVER_AND_PAYMENTS,
                    PAYMENT_DAYS,
                    AGED_BALANCE_HISTORY -> List.of();
        };
    }

    /// Of a field of the filters, by what customers have.
    public List<Option> options(List<String> values) {
        return values.stream().map(value -> new Option(value, value)).toList();
    }

    /// By code.
    public List<Option> sites(Map<String, String> names) {
        return names.entrySet().stream()
                .map(site -> new Option(
                        site.getKey(),
                        site.getValue().equals(site.getKey())
                                ? site.getKey()
                                : site.getKey() + "\u00a0· " + site.getValue()))
                .toList();
    }

    public List<Option> agents(Map<String, String> names) {
        var options = new ArrayList<Option>();
        options.add(new Option("-", ask.page().t("reporting.page.noCollector")));
        names.forEach((login, name) -> options.add(new Option(login, name)));
        return options;
    }
}
