package io.encours.worklist.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.encours.identity.SignedIn;
import io.encours.platform.web.Texts;
import io.encours.worklist.ItemAnswer;
import io.encours.worklist.Unvalidated;
import io.encours.worklist.Validated;
import io.encours.worklist.api.OutgoingAnswer.KeptAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The item with what is next, and what the validation made or undoing it cancelled.
///
/// @param made letter or notice; null: none
/// @param kept could not be cancelled
record DecisionAnswer(
        @JsonUnwrapped ItemAnswer item,
        @Nullable OutgoingAnswer made,
        @Nullable NotMade notMade,
        List<OutgoingAnswer> cancelled,
        List<KeptAnswer> kept) {

    /// Why a letter was not made.
    record NotMade(String reason, String message) {}

    static DecisionAnswer of(Validated done, SignedIn user, Texts texts) {
        return new DecisionAnswer(
                ItemAnswer.of(done.item()),
                done.made().map(OutgoingAnswer::of).orElse(null),
                done.notMade()
                        .map(why -> new NotMade(why.code(), texts.text(user.locale(), why.messageKey())))
                        .orElse(null),
                List.of(),
                List.of());
    }

    static DecisionAnswer of(Unvalidated undone, SignedIn user, Texts texts) {
        var recall = undone.recall();
        return new DecisionAnswer(
                ItemAnswer.of(undone.item()),
                null,
                null,
                recall.cancelled().stream().map(OutgoingAnswer::of).toList(),
                recall.kept().stream()
                        .map(each -> KeptAnswer.of(each, user, texts))
                        .toList());
    }
}
