package io.encours.worklist.api;

import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Texts;
import io.encours.worklist.ActionUndo;
import io.encours.worklist.Actions;
import io.encours.worklist.ItemAnswer;
import io.encours.worklist.OtherAction;
import io.encours.worklist.Remark;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Validation, replacement and suspension of an action, and taking them back. All answer the item with what is next.
@RestController
@RequestMapping("/api/v1/actions/{id}")
class DecisionResource {

    record Replacement(
            @Nullable String code,
            @Nullable String type,
            @Nullable LocalDate date,
            @Nullable String comment,
            @Nullable String expectedCode) {}

    private final Actions actions;
    private final ActionUndo undo;
    private final Texts texts;

    DecisionResource(Actions actions, ActionUndo undo, Texts texts) {
        this.actions = actions;
        this.undo = undo;
        this.texts = texts;
    }

    @PostMapping("/validation")
    DecisionAnswer validate(
            SignedIn user,
            Scope scope,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Remark remark) {
        return DecisionAnswer.of(
                actions.validate(user, scope, action(id), Objects.requireNonNullElse(remark, Remark.NONE)),
                user,
                texts);
    }

    @DeleteMapping("/validation")
    DecisionAnswer undoValidation(SignedIn user, Scope scope, @PathVariable String id) {
        return DecisionAnswer.of(undo.validation(user, scope, action(id)), user, texts);
    }

    @PostMapping("/replacement")
    ItemAnswer replace(SignedIn user, Scope scope, @PathVariable String id, @RequestBody Replacement body) {
        return ItemAnswer.of(actions.replace(
                user,
                scope,
                action(id),
                new OtherAction(body.code, body.type, body.date),
                new Remark(body.comment, null, body.expectedCode)));
    }

    @DeleteMapping("/replacement")
    ItemAnswer undoReplacement(SignedIn user, Scope scope, @PathVariable String id) {
        return ItemAnswer.of(undo.replacement(user, scope, action(id)));
    }

    @PostMapping("/suspension")
    ItemAnswer ignore(
            SignedIn user,
            Scope scope,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Remark remark) {
        return ItemAnswer.of(actions.ignore(user, scope, action(id), Objects.requireNonNullElse(remark, Remark.NONE)));
    }

    @DeleteMapping("/suspension")
    ItemAnswer undoSuspension(SignedIn user, Scope scope, @PathVariable String id) {
        return ItemAnswer.of(undo.suspension(user, scope, action(id)));
    }

    private static ActionId action(String id) {
        return ActionId.parse(id).orElseThrow(() -> Problem.notFound("worklist.problem.unknown"));
    }
}
