package io.encours.correspondence.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a message stands. Words of the peer, `250 2.0.0 Ok`, are as it wrote them.
public sealed interface MessageState {

    /// Automatic after confirmation: waits for a person.
    record ToConfirm() implements MessageState {}

    /// To be sent.
    ///
    /// @param notBefore end of the undo window, of the quiet hours, or of the pause before the next attempt
    /// @param attempts so far
    /// @param answer why the last one did not succeed; empty: there was none
    record Waiting(Instant notBefore, int attempts, String answer) implements MessageState {}

    record Sending(Instant since) implements MessageState {}

    /// Taken by the peer, which is not yet read by anybody.
    record Sent(Instant at, String answer) implements MessageState {}

    /// The peer has said that it arrived.
    record Delivered(Instant sentAt, Instant at) implements MessageState {}

    /// It came back.
    record Bounced(Instant sentAt, Instant at, String reason) implements MessageState {}

    /// Refused for good, or too often.
    record Failed(Instant at, String reason) implements MessageState {}

    /// @param by name as it was then
    /// @param because what Encours itself found, a key of the message files; null: a person wanted it
    record Cancelled(Instant at, String by, @Nullable String because) implements MessageState {}

    /// It may have gone out or not; a person decides.
    record Uncertain(Instant at, String reason) implements MessageState {}

    /// Its name in the API and in message files.
    default Name name() {
        return switch (this) {
            case ToConfirm state -> Name.TO_CONFIRM;
            case Waiting state -> Name.WAITING;
            case Sending state -> Name.SENDING;
            case Sent state -> Name.SENT;
            case Delivered state -> Name.DELIVERED;
            case Bounced state -> Name.BOUNCED;
            case Failed state -> Name.FAILED;
            case Cancelled state -> Name.CANCELLED;
            case Uncertain state -> Name.UNCERTAIN;
        };
    }

    enum Name {
        TO_CONFIRM,
        WAITING,
        SENDING,
        SENT,
        DELIVERED,
        BOUNCED,
        FAILED,
        UNCERTAIN,
        CANCELLED;

        public String messageKey() {
            return "correspondence.message.state." + name();
        }

        /// Nothing has gone out, and nothing is under way.
        public boolean isUnsent() {
            return this == TO_CONFIRM || this == WAITING || this == FAILED;
        }

        public boolean mayBeResent() {
            return isTrouble();
        }

        /// Someone has to look at it.
        public boolean isTrouble() {
            return this == FAILED || this == BOUNCED || this == UNCERTAIN;
        }
    }
}
