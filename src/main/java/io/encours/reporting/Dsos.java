package io.encours.reporting;

import static encours.db.receivable.Tables.FACT_CHANGE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Days sales outstanding of companies and customers, as of any day (D1).
@Service
public class Dsos {

    private static final int MONTHS = 12;

    private final DsoStore store;
    private final ReportSettings settings;

    Dsos(DSLContext db, ReportSettings settings) {
        this.store = new DsoStore(db);
        this.settings = settings;
    }

    /// @param method null: that of the settings
    /// @param days of turnover; null: those of the settings
    public Dso of(Extent extent, LocalDate asOf, @Nullable DsoMethod method, @Nullable Integer days) {
        var rule = rule(extent, method, days);
        var begins = store.begins(extent.companyIds());
        var input = store.ofDays(extent.facts(), begins, List.of(asOf), rule.days());
        return rule.of(input.getOrDefault(asOf, DsoInput.none(asOf, begins)), extent.currency());
    }

    /// The same with the ends of the twelve months before, the oldest first, and the day itself.
    public Dso curve(Extent extent, LocalDate asOf, @Nullable DsoMethod method, @Nullable Integer days) {
        var rule = rule(extent, method, days);
        var ends = Stream.concat(
                        IntStream.iterate(MONTHS, back -> back > 0, back -> back - 1)
                                .mapToObj(back ->
                                        YearMonth.from(asOf).minusMonths(back).atEndOfMonth()),
                        Stream.of(asOf))
                .toList();
        var begins = store.begins(extent.companyIds());
        var inputs = store.ofDays(extent.facts(), begins, ends, rule.days());
        var points = ends.stream()
                .map(day -> rule.of(inputs.getOrDefault(day, DsoInput.none(day, begins)), extent.currency()))
                .toList();
        return points.getLast().with(points.stream().map(Dso::point).toList());
    }

    /// By the settings of the company, for customers of it that the caller has already read within their scope;
    /// those that have none, for whatever reason, are missing.
    public Map<Long, BigDecimal> of(long companyId, Collection<Long> customerIds, LocalDate asOf) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        var options = settings.of(companyId);
        var rule = new DsoRule(options.dsoMethod(), options.dsoDays(), true);
        var facts = Fact.of(FACT_CHANGE.COMPANY_ID.eq(companyId).and(FACT_CHANGE.CUSTOMER_ID.in(customerIds)))
                .asTable(Fact.ALIAS);
        var found = new HashMap<Long, BigDecimal>();
        store.ofCustomers(facts, store.begins(List.of(companyId)), asOf, rule.days())
                .forEach((customer, input) -> {
                    var dso = rule.days(input);
                    if (dso != null) {
                        found.put(customer, dso);
                    }
                });
        return found;
    }

    private DsoRule rule(Extent extent, @Nullable DsoMethod method, @Nullable Integer days) {
        var options = settings.of(extent.company().id());
        return new DsoRule(
                method == null ? options.dsoMethod() : method,
                days == null ? options.dsoDays() : days,
                extent.customerId() != null);
    }
}
