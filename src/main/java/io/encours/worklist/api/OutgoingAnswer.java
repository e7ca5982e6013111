package io.encours.worklist.api;

import io.encours.identity.SignedIn;
import io.encours.platform.web.Texts;
import io.encours.worklist.outgoing.Outgoing;
import io.encours.worklist.outgoing.Recall.Kept;

/// A letter or a notice that a decision has made.
///
/// @param pdf address of the document
record OutgoingAnswer(String kind, String id, String number, String pdf) {

    /// One that undoing could not cancel, and why.
    record KeptAnswer(String kind, String id, String number, String pdf, String reason, String message) {

        static KeptAnswer of(Kept kept, SignedIn user, Texts texts) {
            var what = OutgoingAnswer.of(kept.what());
            return new KeptAnswer(
                    what.kind,
                    what.id,
                    what.number,
                    what.pdf,
                    kept.reason().name(),
                    texts.text(user.locale(), kept.reason().messageKey(), what.number));
        }
    }

    static OutgoingAnswer of(Outgoing what) {
        return new OutgoingAnswer(what.kind().name(), what.id().toString(), what.number(), "/api/v1" + what.address());
    }
}
