package io.encours.correspondence.inbound;

import io.encours.correspondence.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that came in and whose customer a person has to name.
///
/// @param company code; null: it came to a mailbox of all companies
/// @param reason message key of why nobody knows
/// @param suggestions customers with this address or number, as far as the caller sees them
public record Unattached(
        long id,
        Channel channel,
        Kind kind,
        @Nullable String company,
        String source,
        Instant receivedAt,
        String sender,
        String senderName,
        String subject,
        String text,
        String reason,
        List<Suggestion> suggestions) {

    public record Suggestion(String company, String code, String name) {}
}
