package io.encours.overview.web;

import io.encours.identity.SignedIn;
import io.encours.overview.HomeLayouts;
import io.encours.overview.HomeLayouts.Tile;
import io.encours.overview.HomeWidget;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.receivable.Receivables;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Where one arrives: the figures, as each person has arranged them; before there is a ledger, what to do next.
@Controller
class HomePage {

    /// What is missing before there is anything to show.
    public enum Missing {
        COMPANY,
        COMPANY_TO_CREATE,
        CUSTOMERS,
        LEDGER
    }

    private final Receivables receivables;
    private final HomeLayouts layouts;

    HomePage(Receivables receivables, HomeLayouts layouts) {
        this.receivables = receivables;
        this.layouts = layouts;
    }

    @GetMapping("/")
    String show(SignedIn user, Scope scope, Page page, Model model) {
        if (page.company() == null) {
            return missing(user.administers() ? Missing.COMPANY_TO_CREATE : Missing.COMPANY, page, model);
        }
        if (scope.companies().isEmpty()) {
            return missing(Missing.CUSTOMERS, page, model);
        }
        var companyId = scope.companies().iterator().next();
        if (receivables.knownOn(companyId).isEmpty()) {
            return missing(Missing.LEDGER, page, model);
        }
        var tiles = layouts.of(user, scope);
        var shown = tiles.stream().map(Tile::widget).toList();
        model.addAttribute("page", page);
        model.addAttribute("tiles", tiles);
        model.addAttribute(
                "others",
                Arrays.stream(HomeWidget.values())
                        .filter(widget -> !shown.contains(widget))
                        .filter(widget -> widget != HomeWidget.MY_DAY || user.collects())
                        .toList());
        return "overview/dashboard";
    }

    /// The whole arrangement; none: back to the usual one.
    @PostMapping("/home/layout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrange(@RequestParam(defaultValue = "") List<String> tile, SignedIn user) {
        if (tile.isEmpty()) {
            layouts.forget(user);
        } else {
            layouts.keep(user, tile);
        }
    }

    private static String missing(Missing what, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("missing", what.name());
        model.addAttribute("mayImport", page.opens("/imports"));
        return "overview/home";
    }
}
