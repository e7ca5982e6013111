package io.encours.reporting.web;

import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.prediction.DelayReference;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.DsoMethod;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
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

    /// Which customers, by the names of the address.
    static final List<String> OF_CUSTOMERS = List.of("agent", "group", "person", "country", "riskClass");

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
        OF_CUSTOMERS.forEach(field -> reader.text(field, kept));
        var address = new Address("/reports/" + name.path(), kept)
                .with("asOf", asOf)
                .with("month", month)
                .with("from", from)
                .with("to", to)
                .with("by", by)
                .with("reference", reference)
                .with("heardBy", heardBy);
        var query = new ReportQuery(
                together ? null : company.code(),
                null,
                kept.get("agent"),
                kept.get("group"),
                kept.get("person"),
                kept.get("country"),
                kept.get("riskClass"),
                asOf,
                month,
                from,
                to,
                by,
                null,
                null,
                null,
                reference,
                null,
                null,
                null,
                heardBy);
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
        return query.company() == null;
    }

    LocalDate day() {
        return query.asOf() == null ? page.today() : query.asOf();
    }

    /// The month of the page, that of today unless another was asked for.
    YearMonth month() {
        return query.month() == null ? YearMonth.from(page.today()) : query.month();
    }

    LocalDate from() {
        if (query.from() != null) {
            return query.from();
        }
        return query.to() == null ? month().atDay(1) : query.to().withDayOfMonth(1);
    }

    LocalDate to() {
        return query.to() == null ? page.today() : query.to();
    }

    Drill drill() {
        return new Drill(
                address.without("asOf", "month", "from", "to", "by", "reference", "heardBy")
                        .parameters(),
                query.asOf() == null || query.asOf().equals(page.today()) ? null : query.asOf());
    }

    /// The query with the twelve months before.
    ReportQuery withCurve(@Nullable DsoMethod method) {
        return changed(method, true, null, null);
    }

    /// So many customers only.
    ReportQuery withRows(int limit, @Nullable String cursor) {
        return changed(null, null, limit, cursor);
    }

    private ReportQuery changed(
            @Nullable DsoMethod method, @Nullable Boolean curve, @Nullable Integer limit, @Nullable String cursor) {
        return new ReportQuery(
                query.company(),
                query.customer(),
                query.agent(),
                query.group(),
                query.person(),
                query.country(),
                query.riskClass(),
                query.asOf(),
                query.month(),
                query.from(),
                query.to(),
                query.by(),
                method,
                query.days(),
                curve,
                query.reference(),
                query.months(),
                limit,
                cursor,
                query.heardBy());
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
