package io.encours.platform.search;

import io.encours.platform.Scope;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/// Finds customers, documents, amounts by what is typed, in the kinds that modules contribute.
@Service
public class Search {

    /// What was found of a kind.
    ///
    /// @param more there is more of it
    public record Found(SearchSource source, List<SearchHit> hits, boolean more) {}

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
    }

    /// Kinds of which something was found, each with at most `limit` hits.
    public List<Found> find(Scope scope, SearchTerms terms, int limit) {
        if (terms.isEmpty() || scope.companies().isEmpty()) {
            return List.of();
        }
        return sources.stream()
                .map(source -> found(source, source.find(scope, terms, limit + 1), limit))
                .filter(found -> !found.hits().isEmpty())
                .toList();
    }

    private static Found found(SearchSource source, List<SearchHit> hits, int limit) {
        return new Found(source, List.copyOf(hits.subList(0, Math.min(limit, hits.size()))), hits.size() > limit);
    }
}
