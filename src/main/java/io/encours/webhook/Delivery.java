package io.encours.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was, or is to be, told to an address.
///
/// @param body as it is signed and sent
/// @param nextTryAt null: it is over
/// @param status of the last answer; null: there was none
/// @param answer its beginning, or why there was none
public record Delivery(
        long id,
        String event,
        String body,
        Instant createdAt,
        State state,
        int tries,
        @Nullable Instant triedAt,
        @Nullable Instant nextTryAt,
        @Nullable Integer status,
        @Nullable String answer) {

    /// The answer without blanks around; empty: nothing was said.
    public String said() {
        return answer == null ? "" : answer.strip();
    }

    public enum State {
        WAITING,
        SENDING,
        DELIVERED,
        FAILED;

        public String messageKey() {
            return "webhook.state." + name();
        }
    }
}
