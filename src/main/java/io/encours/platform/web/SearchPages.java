package io.encours.platform.web;

import io.encours.platform.Scope;
import io.encours.platform.search.Search;
import io.encours.platform.search.SearchTerms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The search box of the top bar: the list under it while one types, and the page of all results.
@Controller
class SearchPages {

    private static final int UNDER_THE_BOX = 5;
    private static final int ON_THE_PAGE = 50;

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    String show(@RequestParam(defaultValue = "") String q, Scope scope, Page page, Model model) {
        find(q, ON_THE_PAGE, scope, page, model);
        model.addAttribute("limit", ON_THE_PAGE);
        return "platform/search";
    }

    @GetMapping("/search/suggestions")
    String suggest(@RequestParam(defaultValue = "") String q, Scope scope, Page page, Model model) {
        find(q, UNDER_THE_BOX, scope, page, model);
        return "platform/_suggestions";
    }

    private void find(String q, int limit, Scope scope, Page page, Model model) {
        var terms = SearchTerms.of(q);
        model.addAttribute("page", page);
        model.addAttribute("view", SearchView.of(terms, search.find(scope, terms, limit), page));
    }
}
