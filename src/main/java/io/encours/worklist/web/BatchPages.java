package io.encours.worklist.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.worklist.BatchResult;
import io.encours.worklist.Batches;
import io.encours.worklist.Remark;
import io.encours.worklist.Ticked;
import io.encours.worklist.outgoing.Outgoing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Valider, Modifier, Ignorer* on all that is ticked (S7). The answer says what was done and what was left out and
/// why,
/// with the button that takes it back; the list is then read anew.
@Controller
@RequestMapping("/supervisor/batches")
class BatchPages {

    private static final int TOLD = 50;

    private final Batches batches;

    BatchPages(Batches batches) {
        this.batches = batches;
    }

    @PostMapping("/validations")
    String validate(
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var result = batches.validate(user, scope, ticked(given, user, scope, page), OtherForm.remark(given));
        return done(result, "validation", page, response, model);
    }

    @PostMapping("/replacements")
    String replace(
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var other = OtherForm.of(given.get("other"), given.get("date"));
        var remark = new Remark(given.get("comment"), null, null);
        var result = batches.replace(user, scope, ticked(given, user, scope, page), other, remark);
        return done(result, "replacement", page, response, model);
    }

    @PostMapping("/suspensions")
    String ignore(
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var remark = new Remark(given.get("comment"), null, null);
        var result = batches.ignore(user, scope, ticked(given, user, scope, page), remark);
        return done(result, "suspension", page, response, model);
    }

    @DeleteMapping("/{id}")
    String undo(
            @PathVariable long id, SignedIn user, Scope scope, Page page, HttpServletResponse response, Model model) {
        return answer(batches.undo(user, scope, id), "undone", false, page, response, model);
    }

    /// The filter and the presentation come as the address has them; `lines` and `groups` one in a line.
    static Ticked ticked(Map<String, String> given, SignedIn user, Scope scope, Page page) {
        var form = FilterForm.of(given, user, scope, page.today());
        return new Ticked(
                form.filter(),
                form.presentation(),
                Objects.requireNonNullElse(given.get("lines"), "")
                        .lines()
                        .map(Ticked.Line::parse)
                        .toList(),
                Objects.requireNonNullElse(given.get("groups"), "").lines().toList(),
                "true".equals(given.get("everything")));
    }

    private static String done(BatchResult result, String what, Page page, HttpServletResponse response, Model model) {
        return answer(result, what, result.id() != null, page, response, model);
    }

    private static String answer(
            BatchResult result, String what, boolean undoable, Page page, HttpServletResponse response, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("result", result);
        model.addAttribute("text", page.t("worklist.batch.toast." + what, result.done()));
        model.addAttribute("told", told(result, page));
        model.addAttribute("document", document(result));
        model.addAttribute("undo", undoable ? "/supervisor/batches/" + result.id() : null);
        model.addAttribute("shown", result.leftOut().stream().limit(TOLD).toList());
        response.setHeader("HX-Trigger", "batchDone");
        return "worklist/_batchDone";
    }

    /// What was made, by its number when it is one.
    private static List<String> told(BatchResult result, Page page) {
        var words = new ArrayList<>(RecallWords.of(result.recall(), page));
        if (result.made().size() == 1) {
            var made = result.made().getFirst();
            words.add(page.t(made.kind().messageKey(), made.number()));
        } else {
            for (var kind : Outgoing.Kind.values()) {
                var count = result.made().stream()
                        .filter(each -> each.kind() == kind)
                        .count();
                if (count > 0) {
                    words.add(page.t(kind.messageKey() + ".many", count));
                }
            }
        }
        return words;
    }

    /// The only one, or all that wait for being printed.
    private static @Nullable String document(BatchResult result) {
        if (result.made().size() == 1) {
            return result.made().getFirst().address();
        }
        var hasLetters = result.made().stream().anyMatch(each -> each.kind() == Outgoing.Kind.LETTER);
        return hasLetters ? "/letters" : null;
    }
}
