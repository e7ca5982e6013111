package io.encours.strategy.web;

import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.web.Page;
import io.encours.strategy.Strategies;
import io.encours.strategy.Strategies.Version;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The versions of a strategy: who saved which and why, and what differs between two.
@Controller
class VersionPages {

    private final Strategies strategies;
    private final Scopes scopes;

    VersionPages(Strategies strategies, Scopes scopes) {
        this.strategies = strategies;
        this.scopes = scopes;
    }

    /// @param from number of a version; null: the one before the last
    /// @param to number of a version; null: the last
    @GetMapping("/strategies/{code}/versions")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            SignedIn user,
            Page page,
            Model model) {
        var scope = scopes.of(user);
        var versions = strategies.versions(scope, code);
        var newer = version(versions, to, 0);
        var older = version(versions, from, 1);
        model.addAttribute("page", page);
        model.addAttribute("strategy", strategies.get(scope, code));
        model.addAttribute("versions", versions);
        model.addAttribute("from", older.definition().version());
        model.addAttribute("to", newer.definition().version());
        model.addAttribute("differences", DifferenceWords.between(older.definition(), newer.definition(), page));
        model.addAttribute("mayWrite", Strategies.mayWrite(user));
        return "strategy/versions";
    }

    /// The one with this number, else the one at this place, else the last of the list.
    private static Version version(List<Version> versions, @Nullable Integer number, int place) {
        return versions.stream()
                .filter(version -> Objects.equals(version.definition().version(), number))
                .findFirst()
                .orElseGet(() -> versions.get(Math.min(place, versions.size() - 1)));
    }
}
