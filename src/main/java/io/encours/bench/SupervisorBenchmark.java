package io.encours.bench;

import io.encours.company.Company;
import io.encours.platform.BusinessDate;
import io.encours.platform.Scope;
import io.encours.worklist.ActionGroup;
import io.encours.worklist.ActionRow;
import io.encours.worklist.Filter;
import io.encours.worklist.PlanningRuns;
import io.encours.worklist.Presentation;
import io.encours.worklist.Supervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first page of the supervisor in every presentation, through several filters: asked of the facade, and rendered
/// over HTTP.
final class SupervisorBenchmark implements Benchmark {

    private static final int GROUPS = 25;
    private static final int LINES = 50;
    private static final int TIMES = 5;

    /// What one page shows.
    private record Shown(List<ActionGroup> groups, List<ActionRow> rows) {}

    @Override
    public String name() {
        return "supervisor";
    }

    @Override
    public List<Measurement> measure(Bed bed, int size) throws Exception {
        var company = OpenItems.company(bed, size);
        OpenItems.begin(bed, company);
        bed.bean(PlanningRuns.class).planAll(company.id());
        bed.db().execute("vacuum analyze");
        var scope = bed.everything().in(company.id());
        var filters = filters(bed, company);
        var pages = new Samples();
        var totals = new Samples();
        var byKey = new Samples();
        for (var run = -1; run < TIMES; run++) {
            for (var presentation : Presentation.values()) {
                for (var filter : filters.values()) {
                    var shown = new ArrayList<Shown>();
                    (run < 0 ? new Samples() : pages).time(() -> shown.add(page(bed, scope, filter, presentation)));
                    (run < 0 ? new Samples() : totals)
                            .time(() -> bed.bean(Supervisor.class).totals(scope, filter));
                    (run < 0 ? new Samples() : byKey).time(() -> readByKey(bed, shown.getFirst()));
                }
            }
        }
        var overHttp = overHttp(bed, company, filters);
        return List.of(
                Measurement.ofAnswers(name(), size, pages, byKey),
                Measurement.ofAnswers("supervisor-totals", size, totals, byKey),
                Measurement.ofAnswers("supervisor-http", size, overHttp, byKey));
    }

    private static Shown page(Bed bed, Scope scope, Filter filter, Presentation presentation) {
        var supervisor = bed.bean(Supervisor.class);
        var groups =
                supervisor.groups(scope, filter, presentation, null, GROUPS).items();
        var rows = groups.isEmpty()
                ? List.<ActionRow>of()
                : supervisor
                        .rows(scope, filter, presentation, groups.getFirst().key(), null, LINES)
                        .items();
        return new Shown(groups, rows);
    }

    /// The customers of the groups and the lines, each by its primary key.
    private static void readByKey(Bed bed, Shown shown) {
        var customers = Stream.concat(
                        shown.groups().stream().flatMap(group -> group.customer().stream()),
                        shown.rows().stream().map(ActionRow::customer))
                .map(ActionGroup.Customer::id)
                .distinct()
                .toArray(Long[]::new);
        bed.db().fetch("select * from customer.customer where id = any (?)", (Object) customers);
        bed.db()
                .fetch(
                        """
                        select p.* from unnest(?::bigint[], ?::bigint[]) as shown (customer_id, item_id)
                        join worklist.planned_action p using (customer_id, item_id)
                        """,
                        shown.rows().stream().map(row -> row.item().customer()).toArray(Long[]::new),
                        shown.rows().stream().map(row -> row.item().id()).toArray(Long[]::new));
    }

    /// By the query string that asks a page for the same.
    private static Map<String, Filter> filters(Bed bed, Company company) {
        var today = bed.bean(BusinessDate.class).today(company.zone());
        var collector = bed.collectorsOf(company).getFirst();
        return Stream.of(
                        "span=all",
                        "agent=" + collector,
                        "actionTo=" + today,
                        "amountFrom=4000&dueTo=" + today,
                        "customer=client+0000&span=all",
                        "type=PHONE&actionFrom=" + today.minusDays(9) + "&actionTo=" + today.plusDays(9))
                .collect(Collectors.toMap(query -> query, query -> Query.filter(query, today)));
    }

    private static Samples overHttp(Bed bed, Company company, Map<String, Filter> filters) throws Exception {
        var samples = new Samples();
        try (var browser = Browser.signedIn(bed)) {
            for (var run = -1; run < TIMES; run++) {
                for (var presentation : Presentation.values()) {
                    for (var query : filters.keySet()) {
                        var path = "/supervisor?company=%s&presentation=%s&%s"
                                .formatted(company.code(), presentation, query);
                        (run < 0 ? new Samples() : samples).time(() -> browser.get(path));
                    }
                }
            }
        }
        return samples;
    }
}
