package io.encours.worklist.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Texts;
import io.encours.worklist.BatchResult;
import io.encours.worklist.Batches;
import io.encours.worklist.Filter;
import io.encours.worklist.OtherAction;
import io.encours.worklist.Presentation;
import io.encours.worklist.Remark;
import io.encours.worklist.Ticked;
import io.encours.worklist.api.OutgoingAnswer.KeptAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Validation, replacement and suspension of many actions at once, by their ids, by groups, or by a filter; and
/// taking a batch back.
@RestController
@RequestMapping("/api/v1/actions")
class BatchResource {

    /// @param ids of actions or items, see `Ticked.Line.parse`
    /// @param groups keys of `GET /actions` with the same filter and presentation
    /// @param filter all that match, when neither `ids` nor `groups` are given
    /// @param until,next,createLetter see `Remark`
    /// @param type,code,date of the other action, for replacements
    record BatchBody(
            @Nullable List<String> ids,
            @Nullable List<String> groups,
            @Nullable FilterParameters filter,
            @Nullable Presentation presentation,
            @Nullable String comment,
            @Nullable String outcome,
            @Nullable LocalDate until,
            @Nullable OtherAction next,
            @Nullable Boolean createLetter,
            @Nullable String type,
            @Nullable String code,
            @Nullable LocalDate date) {

        Ticked ticked() {
            return ticked(ids, groups, filter, presentation);
        }

        static Ticked ticked(
                @Nullable List<String> ids,
                @Nullable List<String> groups,
                @Nullable FilterParameters filter,
                @Nullable Presentation presentation) {
            var lines = Objects.requireNonNullElse(ids, List.<String>of());
            var keys = Objects.requireNonNullElse(groups, List.<String>of());
            if (lines.isEmpty() && keys.isEmpty() && filter == null) {
                throw Problem.invalid("ids", "worklist.problem.nothingTicked");
            }
            return new Ticked(
                    filter == null ? Filter.NONE : filter.filter(),
                    Objects.requireNonNullElse(presentation, Presentation.CUSTOMER),
                    lines.stream().map(Ticked.Line::parse).toList(),
                    keys,
                    lines.isEmpty() && keys.isEmpty());
        }

        Remark remark() {
            return new Remark(comment, outcome, null, until, next, createLetter);
        }
    }

    /// @param batch id, by which it is taken back; null: nothing was done
    /// @param made letters and notices of validated actions
    /// @param cancelled those of undone ones
    /// @param kept those of undone ones that could not be cancelled
    record BatchAnswer(
            @Nullable String batch,
            int done,
            List<LeftOutAnswer> leftOut,
            List<OutgoingAnswer> made,
            List<OutgoingAnswer> cancelled,
            List<KeptAnswer> kept) {}

    record LeftOutAnswer(String item, String document, String reason, String message) {}

    private final Batches batches;
    private final Texts texts;

    BatchResource(Batches batches, Texts texts) {
        this.batches = batches;
        this.texts = texts;
    }

    @PostMapping("/validations")
    BatchAnswer validate(SignedIn user, Scope scope, @RequestBody BatchBody body) {
        return answer(user, batches.validate(user, scope, body.ticked(), body.remark()));
    }

    @PostMapping("/replacements")
    BatchAnswer replace(SignedIn user, Scope scope, @RequestBody BatchBody body) {
        var other = new OtherAction(body.code, body.type, body.date);
        return answer(user, batches.replace(user, scope, body.ticked(), other, body.remark()));
    }

    @PostMapping("/suspensions")
    BatchAnswer ignore(SignedIn user, Scope scope, @RequestBody BatchBody body) {
        return answer(user, batches.ignore(user, scope, body.ticked(), body.remark()));
    }

    @DeleteMapping("/batches/{id}")
    BatchAnswer undo(SignedIn user, Scope scope, @PathVariable long id) {
        return answer(user, batches.undo(user, scope, id));
    }

    private BatchAnswer answer(SignedIn user, BatchResult result) {
        return new BatchAnswer(
                Optional.ofNullable(result.id()).map(String::valueOf).orElse(null),
                result.done(),
                result.leftOut().stream()
                        .map(each -> new LeftOutAnswer(
                                each.item().toString(),
                                each.document(),
                                each.why().code(),
                                texts.text(user.locale(), each.why().messageKey())))
                        .toList(),
                result.made().stream().map(OutgoingAnswer::of).toList(),
                result.recall().cancelled().stream().map(OutgoingAnswer::of).toList(),
                result.recall().kept().stream()
                        .map(each -> KeptAnswer.of(each, user, texts))
                        .toList());
    }
}
