package io.encours.platform.api;

import io.encours.platform.Scope;
import io.encours.platform.search.Search;
import io.encours.platform.search.SearchHit;
import io.encours.platform.search.SearchTerms;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The search of the top bar, over all companies of the caller.
@RestController
class SearchResource {

    private static final int MOST = 100;

    /// @param groups kinds of which something was found
    record Answer(List<Group> groups) {}

    /// @param kind CUSTOMERS, DOCUMENTS, AMOUNTS
    /// @param items of customers: company, code, name; of documents and amounts what the list of items says of them
    /// @param more there is more of the kind
    record Group(String kind, List<Map<String, String>> items, boolean more) {}

    private final Search search;

    SearchResource(Search search) {
        this.search = search;
    }

    @GetMapping("/api/v1/search")
    @Operation(summary = "Customers, documents and amounts by words, by the beginning of a number, by an amount")
    Answer find(Scope scope, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "20") int limit) {
        return new Answer(search.find(scope, SearchTerms.of(q), Math.clamp(limit, 1, MOST)).stream()
                .map(found -> new Group(
                        found.source().kind(),
                        found.hits().stream().map(SearchHit::facts).toList(),
                        found.more()))
                .toList());
    }
}
