package io.encours.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An address that is told what happens.
///
/// @param events by their names outside, see `HookEvent`
/// @param owner login; what the owner may not see is not told
/// @param disabledAt too much failed, nothing is sent any more; null: it is served
public record Webhook(
        long id,
        String address,
        List<String> events,
        String owner,
        @JsonIgnore String ownerName,
        Instant createdAt,
        @Nullable Instant disabledAt) {}
