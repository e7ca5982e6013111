package io.encours.bench;

import io.encours.identity.Users;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Scope.Portfolio;
import io.encours.platform.search.Search;
import io.encours.platform.search.SearchTerms;
import io.encours.platform.web.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The search of the top bar over open items and their customers: rare words and those that everything begins with, by
/// who sees all and by a collector, asked of the facade and over HTTP.
final class SearchBenchmark implements Benchmark {

    private static final int LIMIT = 5;
    private static final int TIMES = 10;
    private static final List<String> TYPED = List.of(
            "c",
            "cl",
            "client",
            "client 0001",
            "C000012",
            "0012",
            "fa",
            "FA0000",
            "FA0000123",
            "av00",
            "123",
            "1234,56",
            "500",
            "4 500,00",
            "zzzz",
            "client zzzz");

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Measurement> measure(Bed bed, int size) throws Exception {
        var company = OpenItems.company(bed, size);
        bed.db().execute("vacuum analyze");
        var everything = bed.everything().in(company.id());
        var own = new Scope(
                bed.bean(Users.class)
                        .find(bed.collectorsOf(company).getFirst())
                        .orElseThrow()
                        .id(),
                Set.of(company.id()),
                Portfolio.OWN);
        var byKey = new Samples();
        var results = new ArrayList<Measurement>();
        results.add(Measurement.ofAnswers(name(), size, answers(bed, everything, byKey), byKey));
        results.add(Measurement.ofAnswers("search-own", size, answers(bed, own, new Samples()), byKey));
        results.add(Measurement.ofAnswers("search-http", size, overHttp(bed, company.code()), byKey));
        return results;
    }

    private static Samples answers(Bed bed, Scope scope, Samples byKey) throws Exception {
        var samples = new Samples();
        for (var run = -1; run < TIMES; run++) {
            for (var typed : TYPED) {
                var found = new ArrayList<Search.Found>();
                (run < 0 ? new Samples() : samples)
                        .time(() -> found.addAll(bed.bean(Search.class).find(scope, SearchTerms.of(typed), LIMIT)));
                (run < 0 ? new Samples() : byKey).time(() -> readByKey(bed, found));
            }
        }
        return samples;
    }

    /// The items found, each by its primary key; one that is not there when none was.
    private static void readByKey(Bed bed, List<Search.Found> found) {
        var ids = found.stream()
                .flatMap(kind -> kind.hits().stream())
                .flatMap(hit -> RowId.parse(hit.facts().getOrDefault("id", "")).stream())
                .toList();
        bed.db()
                .fetch(
                        """
                        select o.* from unnest(?::bigint[], ?::bigint[]) as found (customer_id, id)
                        join receivable.open_item o using (customer_id, id)
                        """,
                        ids.stream().map(RowId::customer).toArray(Long[]::new),
                        ids.stream().map(RowId::id).toArray(Long[]::new));
    }

    private static Samples overHttp(Bed bed, String company) throws Exception {
        var samples = new Samples();
        try (var browser = Browser.signedIn(bed)) {
            for (var run = -1; run < TIMES; run++) {
                for (var typed : TYPED) {
                    var path = "/search/suggestions?company=%s&q=%s".formatted(company, Address.part(typed));
                    (run < 0 ? new Samples() : samples).time(() -> browser.get(path));
                }
            }
        }
        return samples;
    }
}
