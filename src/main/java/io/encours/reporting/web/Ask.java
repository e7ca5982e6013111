package io.encours.reporting.web;

import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.customer.CustomerCriteria;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.prediction.DelayReference;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.DsoMethod;
import io.encours.reporting.ReportFilter;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.ReportQuery.How;
import io.encours.reporting.ReportQuery.Rows;
import io.encours.reporting.ReportQuery.When;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is asked of a report by the address of its page (R7).
///
/// @param scope of the company, of all of the caller's when they are taken together
/// @param address with what was understood
/// @param wrong message keys by the field that could not be read; the usual is taken instead
/// @param after where the rows begin; null: with the first
record Ask(
        ReportName name,
        Scope scope,
        Address address,
        ReportQuery query,
        Map<String, String> wrong,
        @Nullable String after,
        Page page) {

    static final String COMPANIES = "companies";
    static final String ALL = "all";

    static final String CURRENCY = "currency";

    /// What a report is about in time.
    enum Time {
        DAY,
        MONTH,
        SPAN;

        static Time of(ReportName name) {
            return switch (name) {
                case AGED_BALANCE,
                        DSO,
                        AVERAGE_PAYMENT_DELAY,
                        SCHEDULE,
                        CASH_FORECAST,
                        DISPUTES,
                        TURNOVER_AND_PAYMENTS -> DAY;
                case COLLECTION_EFFECTIVENESS, PAYMENT_DAYS -> MONTH;
                case UNALLOCATED_PAYMENTS, ACTIVITY, PROMISES, AGED_BALANCE_HISTORY -> SPAN;
            };
        }
    }

    static Ask of(
            ReportName name, Map<String, String> values, Company company, SignedIn user, Scopes scopes, Page page) {
        var all = scopes.of(user);
        var together = ALL.equals(values.get(COMPANIES));
        var wrong = new HashMap<String, String>();
        var reader = new Reader(values, wrong);
        var time = Time.of(name);
        var asOf = time == Time.DAY ? reader.read("asOf", LocalDate::parse) : null;
        var month = time == Time.MONTH ? reader.read("month", YearMonth::parse) : null;
        var from = time == Time.SPAN ? reader.read("from", LocalDate::parse) : null;
        var to = time == Time.SPAN ? reader.read("to", LocalDate::parse) : null;
        var by = name == ReportName.AGED_BALANCE ? reader.read("by", AgedBalance.By::valueOf) : null;
        var reference =
                name == ReportName.AVERAGE_PAYMENT_DELAY ? reader.read("reference", DelayReference::valueOf) : null;
        var heardBy = name == ReportName.PROMISES ? reader.read("heardBy", Function.identity()) : null;
        var kept = new LinkedHashMap<String, String>();
        if (together) {
            kept.put(COMPANIES, ALL);
        } else {
            kept.put("company", company.code());
        }
        reader.text(CURRENCY, kept);
        // Amounts of several currencies are not added up: those of one are shown, the others a click away.
        if (together && currencies(page).size() > 1) {
            kept.putIfAbsent(CURRENCY, company.currency());
        }
        CustomerCriteria.NAMES.forEach(field -> reader.text(field, kept));
        var address = new Address("/reports/" + name.path(), kept)
                .with("asOf", asOf)
                .with("month", month)
                .with("from", from)
                .with("to", to)
                .with("by", by)
                .with("reference", reference)
                .with("heardBy", heardBy);
        var query = ReportQuery.of(ReportFilter.of(kept::get))
                .at(new When(asOf, month, from, to))
                .in(new How(by, null, null, null, reference, null, heardBy));
        return new Ask(
                name,
                together ? all : all.in(company.id()),
                address,
                query,
                Map.copyOf(wrong),
                values.get("after"),
                page);
    }

    boolean isTogether() {
        return query.filter().company() == null;
    }

    LocalDate day() {
        return query.when().asOf() == null ? page.today() : query.when().asOf();
    }

    /// The month of the page, that of today unless another was asked for.
    YearMonth month() {
        return query.when().month() == null
                ? YearMonth.from(page.today())
                : query.when().month();
    }

    LocalDate from() {
        if (query.when().from() != null) {
            return query.when().from();
        }
        return query.when().to() == null ? month().atDay(1) : query.when().to().withDayOfMonth(1);
    }

    LocalDate to() {
        return query.when().to() == null ? page.today() : query.when().to();
    }

    Drill drill() {
        return new Drill(
                address.without("asOf", "month", "from", "to", "by", "reference", "heardBy")
                        .parameters(),
                query.when().asOf() == null || query.when().asOf().equals(page.today())
                        ? null
                        : query.when().asOf());
    }

    /// The query with the twelve months before.
    ReportQuery withCurve(@Nullable DsoMethod method) {
        return query.in(query.how().curved(method));
    }

    /// So many customers only.
    ReportQuery withRows(int limit, @Nullable String cursor) {
        return query.with(new Rows(limit, cursor));
    }

    /// Of the companies the caller works for.
    static List<String> currencies(Page page) {
        return page.companies().stream()
                .map(Page.Choice::currency)
                .distinct()
                .sorted()
                .toList();
    }

    /// Reads fields; what cannot be read is noted.
    private record Reader(Map<String, String> values, Map<String, String> wrong) {

        <T> @Nullable T read(String name, Function<String, T> parser) {
            var text = values.getOrDefault(name, "");
            try {
                return text.isBlank() ? null : parser.apply(text.strip());
            } catch (DateTimeParseException | IllegalArgumentException e) {
                wrong.put(name, "reporting.page.wrong." + name);
                return null;
            }
        }

        void text(String name, Map<String, String> kept) {
            var text = values.getOrDefault(name, "").strip();
            if (!text.isEmpty()) {
                kept.put(name, text);
            }
        }
    }
}
