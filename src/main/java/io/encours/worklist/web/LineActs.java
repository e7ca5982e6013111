package io.encours.worklist.web;

import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.worklist.ActionUndo;
import io.encours.worklist.Actions;
import io.encours.worklist.ItemView;
import io.encours.worklist.Remark;
import io.encours.worklist.outgoing.Outgoing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Valider, Modifier, Ignorer* on one line, and taking it back from the toast (A5). The answer is the line as it is
/// now, in its place, and the toast.
@Controller
@RequestMapping("/supervisor/actions/{id}")
class LineActs {

    private final Actions actions;
    private final ActionUndo undo;

    LineActs(Actions actions, ActionUndo undo) {
        this.actions = actions;
        this.undo = undo;
    }

    /// @param given comment, outcome, until, next, nextDate, expectedCode
    @PostMapping("/validation")
    String validate(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var done = actions.validate(user, scope, action(id), OtherForm.remark(given));
        done.made()
                .ifPresent(made ->
                        model.addAttribute("told", List.of(page.t(made.kind().messageKey(), made.number()))));
        model.addAttribute("document", done.made().map(Outgoing::address).orElse(null));
        return done(done.item(), "validation", id, page, response, model);
    }

    @PostMapping("/suspension")
    String ignore(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String expectedCode,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var item = actions.ignore(user, scope, action(id), new Remark(comment, null, expectedCode));
        return done(item, "suspension", id, page, response, model);
    }

    /// @param given other, date, comment, expectedCode
    @PostMapping("/replacement")
    String replace(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var instead = OtherForm.of(given.get("other"), given.get("date"));
        var remark = new Remark(given.get("comment"), null, given.get("expectedCode"));
        var item = actions.replace(user, scope, action(id), instead, remark);
        return done(item, "replacement", id, page, response, model);
    }

    @DeleteMapping("/validation")
    String undoValidation(
            @PathVariable String id, SignedIn user, Scope scope, Page page, HttpServletResponse response, Model model) {
        var undone = undo.validation(user, scope, action(id));
        model.addAttribute("told", RecallWords.of(undone.recall(), page));
        return undone(undone.item(), page, response, model);
    }

    @DeleteMapping("/suspension")
    String undoSuspension(
            @PathVariable String id, SignedIn user, Scope scope, Page page, HttpServletResponse response, Model model) {
        return undone(undo.suspension(user, scope, action(id)), page, response, model);
    }

    @DeleteMapping("/replacement")
    String undoReplacement(
            @PathVariable String id, SignedIn user, Scope scope, Page page, HttpServletResponse response, Model model) {
        return undone(undo.replacement(user, scope, action(id)), page, response, model);
    }

    private static String done(
            ItemView item, String what, String id, Page page, HttpServletResponse response, Model model) {
        var line = Lines.of(item, page);
        model.addAttribute(
                "line", what.equals("replacement") ? line : line.justDone(page.t("worklist.page.done." + what)));
        model.addAttribute("text", page.t("worklist.page.toast." + what, line.document()));
        model.addAttribute("undo", "/supervisor/actions/" + id + "/" + what);
        return answer(page, response, model);
    }

    private static String undone(ItemView item, Page page, HttpServletResponse response, Model model) {
        var line = Lines.of(item, page);
        model.addAttribute("line", line);
        model.addAttribute("text", page.t("worklist.page.toast.undone", line.document()));
        model.addAttribute("undo", null);
        return answer(page, response, model);
    }

    private static String answer(Page page, HttpServletResponse response, Model model) {
        model.addAttribute("page", page);
        Stream.of("told", "document")
                .filter(name -> !model.containsAttribute(name))
                .forEach(name -> model.addAttribute(name, name.equals("told") ? List.of() : null));
        response.setHeader("HX-Trigger-After-Settle", "worklistChanged");
        return "worklist/_decided";
    }

    private static ActionId action(String id) {
        return ActionId.parse(id).orElseThrow(() -> Problem.notFound("worklist.problem.unknown"));
    }
}
