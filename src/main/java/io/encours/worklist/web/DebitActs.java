package io.encours.worklist.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.worklist.DirectDebits;
import io.encours.worklist.ItemViews;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Direct debits from the panel of the supervisor. The answer is the line as it is now, in its place, and the
/// toast.
@Controller
@RequestMapping("/supervisor/items/{id}/direct-debit")
class DebitActs {

    private final DirectDebits debits;
    private final ItemViews items;

    DebitActs(DirectDebits debits, ItemViews items) {
        this.debits = debits;
        this.items = items;
    }

    /// @param given what, date, reason, withdraw, seen
    @PostMapping
    String tell(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var told = DebitForm.tell(debits, user, scope, item(id), given);
        return DebitForm.withdraws(given)
                ? answer(id, "withdrawn", null, scope, page, response, model)
                : answer(
                        id,
                        given.getOrDefault("what", ""),
                        "/supervisor/items/" + id + "/direct-debit?seen=" + Address.part(told.debit()),
                        scope,
                        page,
                        response,
                        model);
    }

    @DeleteMapping
    String withdraw(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String seen,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        debits.withdraw(user, scope, item(id), seen);
        return answer(id, "withdrawn", null, scope, page, response, model);
    }

    private String answer(
            String id,
            String what,
            @Nullable String undo,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var item = items.find(scope, item(id)).orElseThrow(() -> Problem.notFound("worklist.problem.unknown"));
        var line = Lines.of(item, page);
        model.addAttribute("page", page);
        model.addAttribute("line", line);
        model.addAttribute("text", page.t("worklist.debit.told." + what, line.document()));
        model.addAttribute("undo", undo);
        model.addAttribute("told", List.of());
        model.addAttribute("document", null);
        response.setHeader("HX-Trigger-After-Settle", "worklistChanged");
        return "worklist/_decided";
    }

    private static RowId item(String id) {
        return RowId.parse(id).orElseThrow(() -> Problem.notFound("worklist.problem.unknown"));
    }
}
