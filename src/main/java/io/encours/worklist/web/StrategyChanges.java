package io.encours.worklist.web;

import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.strategy.StrategyForm;
import io.encours.worklist.StrategyPreview;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What saving the strategy in the editor would change (A6), loaded into the editor.
@Controller
class StrategyChanges {

    private static final int ROWS = 100;

    private final StrategyPreview preview;
    private final Scopes scopes;

    StrategyChanges(StrategyPreview preview, Scopes scopes) {
        this.preview = preview;
        this.scopes = scopes;
    }

    @PostMapping("/strategies/{code}/changes")
    String show(
            @PathVariable String code,
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable String cursor,
            SignedIn user,
            Page page,
            Model model) {
        var change =
                preview.of(user, scopes.of(user), code, StrategyForm.of(values).draft(code), new Paging(ROWS, cursor));
        model.addAttribute("page", page);
        model.addAttribute("change", change);
        model.addAttribute(
                "more",
                change.items().next() == null
                        ? null
                        : new Address("/strategies/" + Address.part(code) + "/changes", Map.of())
                                .with("cursor", change.items().next())
                                .toString());
        return cursor == null ? "worklist/_strategyChange" : "worklist/_movedItems";
    }
}
