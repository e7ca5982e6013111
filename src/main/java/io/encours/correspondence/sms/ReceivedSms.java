package io.encours.correspondence.sms;

import io.encours.platform.PlainCharacters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message a customer sent, or a part of it.
///
/// @param from as the network says it
/// @param to our number or name
/// @param provider whose id it is
/// @param id the provider's; empty: it gave none
/// @param company code of the company whose provider brought it; null: of the installation
record ReceivedSms(
        String from,
        String to,
        String text,
        Optional<Concatenation> part,
        String provider,
        String id,
        @Nullable String company) {

    /// Without characters that cannot be kept: a centre would deliver it again for ever.
    ReceivedSms {
        from = PlainCharacters.of(from);
        to = PlainCharacters.of(to);
        text = PlainCharacters.of(text);
        id = PlainCharacters.of(id);
    }

    ReceivedSms(String from, String to, String text, Optional<Concatenation> part) {
        this(from, to, text, part, "", "", null);
    }
}
