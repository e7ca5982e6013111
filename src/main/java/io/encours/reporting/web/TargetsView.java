package io.encours.reporting.web;

import io.encours.company.Company;
import io.encours.platform.BusinessDate;
import io.encours.platform.web.Page;
import io.encours.reporting.CollectionTarget;
import io.encours.reporting.Effectiveness;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of the targets of a month.
///
/// @param total of the whole company
/// @param collectors by name: those who have customers or of whom something is wanted
public record TargetsView(Company company, YearMonth month, String monthName, Row total, List<Row> collectors) {

    /// @param field of the form
    /// @param computed what was known to be collected when the month began, as it stands in an empty field
    /// @param said who entered it and when; null: nobody did
    public record Row(
            String field,
            String name,
            String computed,
            @Nullable String said) {}

    static TargetsView of(Effectiveness report, Map<String, String> agents, Company company, Page page) {
        var names = new HashMap<>(agents);
        var known = new HashMap<String, CollectionTarget>();
        report.collectors().stream()
                .filter(collector -> !collector.agent().isEmpty())
                .forEach(collector -> {
                    names.put(collector.agent(), collector.name());
                    known.put(collector.agent(), collector.target());
                });
        var rows = new ArrayList<Row>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each ->
                        rows.add(row("collectors." + each.getKey(), each.getValue(), known.get(each.getKey()), page)));
        return new TargetsView(
                company,
                report.month(),
                new Cells(page).longMonth(report.month()),
                row("amount", company.name(), report.target(), page),
                rows);
    }

    private static Row row(String field, String name, @Nullable CollectionTarget target, Page page) {
        var said = target == null ? List.<CollectionTarget.Entered>of() : target.entered();
        return new Row(
                field,
                name,
                page.amount(target == null ? BigDecimal.ZERO : target.computed()),
                said.isEmpty()
                        ? null
                        : page.t(
                                "reporting.target.said",
                                said.getFirst().by(),
                                page.formats().time(said.getFirst().at(), BusinessDate.DEFAULT_ZONE)));
    }
}
