package io.encours.correspondence.outbox.api;

import io.encours.correspondence.outbox.Message;
import io.encours.correspondence.outbox.MessageState;
import io.encours.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as the API gives it.
///
/// @param notBefore of one that waits
/// @param at since when it is in its state
/// @param sentAt of one that was sent
/// @param reason words of the peer; who cancelled it
/// @param withdrawnBecause what was no longer so, of one that Encours itself took back
record MessageAnswer(
        String id,
        String company,
        String customer,
        String customerName,
        String channel,
        String purpose,
        String stage,
        String language,
        List<String> recipient,
        String subject,
        @Nullable String template,
        String amount,
        String currency,
        LocalDate createdFor,
        Instant createdAt,
        String author,
        String state,
        @Nullable Instant notBefore,
        @Nullable Instant at,
        @Nullable Instant sentAt,
        @Nullable String reason,
        @Nullable String withdrawnBecause,
        @Nullable String messageId,
        @Nullable String resendOf,
        List<Item> items) {

    /// @param action occurrence it stands for
    record Item(String id, String document, @Nullable String action, String remaining) {}

    /// What depends on the state.
    private record Stand(
            @Nullable Instant notBefore,
            @Nullable Instant at,
            @Nullable Instant sentAt,
            @Nullable String reason) {

        static Stand of(MessageState state) {
            return switch (state) {
                case MessageState.ToConfirm toConfirm -> new Stand(null, null, null, null);
                case MessageState.Waiting waiting -> new Stand(waiting.notBefore(), null, null, waiting.answer());
                case MessageState.Sending sending -> new Stand(null, sending.since(), null, null);
                case MessageState.Sent sent -> new Stand(null, sent.at(), sent.at(), sent.answer());
                case MessageState.Delivered here -> new Stand(null, here.at(), here.sentAt(), null);
                case MessageState.Bounced back -> new Stand(null, back.at(), back.sentAt(), back.reason());
                case MessageState.Failed failed -> new Stand(null, failed.at(), null, failed.reason());
                case MessageState.Cancelled cancelled -> new Stand(null, cancelled.at(), null, cancelled.by());
                case MessageState.Uncertain uncertain -> new Stand(null, uncertain.at(), null, uncertain.reason());
            };
        }
    }

    private static @Nullable String because(MessageState state) {
        return state instanceof MessageState.Cancelled cancelled && cancelled.because() != null
                ? cancelled.because().substring(cancelled.because().lastIndexOf('.') + 1)
                : null;
    }

    static MessageAnswer of(Message message) {
        var stand = Stand.of(message.state());
        return new MessageAnswer(
                message.id().toString(),
                message.company(),
                message.customer(),
                message.customerName(),
                message.channel().name(),
                message.purpose().name(),
                message.stage().name(),
                message.language(),
                message.recipients(),
                message.subject(),
                message.template(),
                Money.of(message.amount(), message.currency()).plain(),
                message.currency(),
                message.createdFor(),
                message.createdAt(),
                message.author(),
                message.state().name().name(),
                stand.notBefore,
                stand.at,
                stand.sentAt,
                stand.reason == null || stand.reason.isEmpty() ? null : stand.reason,
                because(message.state()),
                message.peerId(),
                message.resendOf() == null ? null : message.resendOf().toString(),
                message.items().stream()
                        .map(item -> new Item(
                                item.id().toString(),
                                item.document(),
                                item.action(),
                                Money.of(item.remaining(), message.currency()).plain()))
                        .toList());
    }
}
