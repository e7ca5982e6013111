package io.encours.platform.search;

import io.encours.platform.Scope;
import java.util.List;

/// A kind of things that can be found, contributed as a bean by the module that keeps them. Asked with every letter
/// typed: what it costs must not grow with what is kept.
public interface SearchSource {

    /// As the API names the kind, `CUSTOMERS`.
    String kind();

    /// Ascending.
    int order();

    /// Message key of the heading above what is found.
    String titleKey();

    /// Name of a symbol in `assets/icons.svg`.
    String icon();

    /// The best first; nothing outside of the scope.
    ///
    /// @param terms not empty
    List<SearchHit> find(Scope scope, SearchTerms terms, int limit);
}
