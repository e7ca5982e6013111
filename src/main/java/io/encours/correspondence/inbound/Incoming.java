package io.encours.correspondence.inbound;

import io.encours.correspondence.Channel;
import io.encours.platform.PlainCharacters;
import io.encours.timeline.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that came in, understood as far as it goes.
///
/// @param source mailbox, or number that was written to
/// @param sameAs `Message-ID`, else a digest: what comes twice counts once
/// @param sender address in small letters, or number
/// @param text what was written, without what it answers to
/// @param quoted what it answers to
/// @param type ANSWER, AUTOMATIC_ANSWER, MESSAGE_BOUNCED, OPTED_OUT or OPTED_IN
/// @param recipients addresses it was sent to, with our references
/// @param references ids of messages it says it answers
/// @param bounce null: it is none
/// @param notKept names of files that are not kept
/// @param unreadable why a person has to read it in the mailbox; null: it was understood
/// @param original null: nothing more than the text
public record Incoming(
        Channel channel,
        String source,
        String sameAs,
        Instant receivedAt,
        String sender,
        String senderName,
        String subject,
        String text,
        String quoted,
        EventType type,
        List<String> recipients,
        List<String> references,
        @Nullable Bounce bounce,
        List<Enclosed> files,
        List<String> notKept,
        @Nullable String unreadable,
        @Nullable Octets original) {

    /// Without characters that cannot be kept: what came in is taken, whatever is in it.
    public Incoming {
        source = PlainCharacters.of(source);
        sameAs = PlainCharacters.of(sameAs);
        sender = PlainCharacters.of(sender);
        senderName = PlainCharacters.of(senderName);
        subject = PlainCharacters.of(subject);
        text = PlainCharacters.of(text);
        quoted = PlainCharacters.of(quoted);
    }

    /// An e-mail of ours that came back.
    ///
    /// @param recipient who did not get it; empty: not said
    /// @param reason in the words of the mail server
    /// @param forGood the address does not work, as opposed to a full mailbox or a policy
    public record Bounce(String recipient, String reason, boolean forGood) {}

    /// A file that came with it.
    public record Enclosed(String name, Octets content) {}

    public static Incoming sms(String to, String from, String text, EventType type, Instant now, String sameAs) {
        return new Incoming(
                Channel.SMS,
                to,
                sameAs,
                now,
                from,
                "",
                "",
                text,
                "",
                type,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }
}
