package io.encours.worklist.web;

import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.web.Page;
import io.encours.strategy.AssignmentForm;
import io.encours.worklist.StrategyPreview;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What saving the list of rules would change (A6), loaded into its page.
@Controller
class AssignmentChanges {

    private static final int ROWS = 200;

    private final StrategyPreview preview;
    private final Scopes scopes;

    AssignmentChanges(StrategyPreview preview, Scopes scopes) {
        this.preview = preview;
        this.scopes = scopes;
    }

    @PostMapping("/strategies/rules/changes")
    String show(@RequestParam Map<String, String> values, SignedIn user, Page page, Model model) {
        var draft = AssignmentForm.of(values).draft();
        model.addAttribute("page", page);
        model.addAttribute("change", preview.ofRules(user, scopes.of(user), draft, new Paging(ROWS, null)));
        return "worklist/_assignmentChange";
    }
}
