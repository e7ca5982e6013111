package io.encours.correspondence.outbox.web;

import io.encours.correspondence.outbox.Channels;
import io.encours.correspondence.outbox.Message;
import io.encours.correspondence.outbox.Message.Attempt;
import io.encours.correspondence.outbox.MessageState;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.platform.BusinessDate;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A message in words, for templates.
public record MessageWords() {

    private static final int DOCUMENTS_SHOWN = 3;

    public static List<Name> tabs() {
        return MessagePages.tabs();
    }

    public static int count(Map<Name, Integer> counts, Name state) {
        return counts.getOrDefault(state, 0);
    }

    public static int all(Map<Name, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public static int trouble(Map<Name, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().isTrouble())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Of the badge.
    public static String tone(Name state) {
        return switch (state) {
            case TO_CONFIRM, WAITING, SENDING -> "todo";
            case SENT, DELIVERED -> "good";
            case BOUNCED, FAILED -> "bad";
            case UNCERTAIN -> "warn";
            case CANCELLED -> "";
        };
    }

    public static String path(Message message) {
        return "/messages/" + message.id();
    }

    public static String customerPath(Message message) {
        return "/customers/" + Address.part(message.company()) + "/" + Address.part(message.customer());
    }

    public static String recipients(Message message) {
        return String.join(", ", message.recipients());
    }

    /// The first documents, and that there are more.
    public static String documents(Message message) {
        var shown = message.items().stream()
                .limit(DOCUMENTS_SHOWN)
                .map(Message.Item::document)
                .collect(Collectors.joining(", "));
        var others = message.items().size() - DOCUMENTS_SHOWN;
        return others > 0 ? shown + " + " + others : shown;
    }

    /// What it is called in lists: an SMS has no subject.
    public static String title(Message message, Page page) {
        return message.subject().isEmpty() ? page.t(message.channel().messageKey()) : message.subject();
    }

    /// The moment that matters: when it went, or will go.
    public static String when(Message message, Page page) {
        return switch (message.state()) {
            case MessageState.ToConfirm state -> time(message.createdAt(), page);
            case MessageState.Waiting waiting ->
                page.t("correspondence.messages.from", time(waiting.notBefore(), page));
            case MessageState.Sending sending -> time(sending.since(), page);
            case MessageState.Sent sent -> time(sent.at(), page);
            case MessageState.Delivered here -> time(here.sentAt(), page);
            case MessageState.Bounced back -> time(back.at(), page);
            case MessageState.Failed failed -> time(failed.at(), page);
            case MessageState.Cancelled cancelled -> time(cancelled.at(), page);
            case MessageState.Uncertain uncertain -> time(uncertain.at(), page);
        };
    }

    /// One sentence about where it stands.
    public static String story(Message message, Page page) {
        return switch (message.state()) {
            case MessageState.ToConfirm state -> page.t("correspondence.messages.story.toConfirm");
            case MessageState.Waiting waiting
            when waiting.attempts() > 0 ->
                page.t(
                        "correspondence.messages.story.again",
                        time(waiting.notBefore(), page),
                        waiting.attempts(),
                        reason(waiting.answer(), page));
            case MessageState.Waiting waiting ->
                page.t("correspondence.messages.story.waiting", time(waiting.notBefore(), page));
            case MessageState.Sending sending ->
                page.t("correspondence.messages.story.sending", time(sending.since(), page));
            case MessageState.Sent sent -> page.t("correspondence.messages.story.sent", time(sent.at(), page));
            case MessageState.Delivered here ->
                page.t("correspondence.messages.story.delivered", time(here.at(), page));
            case MessageState.Bounced back ->
                page.t("correspondence.messages.story.bounced", time(back.at(), page), reason(back.reason(), page));
            case MessageState.Failed failed ->
                page.t("correspondence.messages.story.failed", time(failed.at(), page), reason(failed.reason(), page));
            case MessageState.Cancelled cancelled
            when cancelled.because() != null ->
                page.t(
                        "correspondence.messages.story.withdrawn",
                        time(cancelled.at(), page),
                        reason(cancelled.because(), page));
            case MessageState.Cancelled cancelled ->
                page.t("correspondence.messages.story.cancelled", cancelled.by(), time(cancelled.at(), page));
            case MessageState.Uncertain uncertain ->
                page.t("correspondence.messages.story.uncertain", reason(uncertain.reason(), page));
        };
    }

    /// Of the notice with the story.
    public static String storyTone(Message message) {
        return switch (tone(message.state().name())) {
            case "bad" -> "bad";
            case "warn" -> "warn";
            case "good" -> "good";
            default -> "";
        };
    }

    public static String outcome(Attempt attempt, Page page) {
        return page.t("correspondence.messages.outcome." + Objects.requireNonNullElse(attempt.outcome(), "NONE"));
    }

    public static String time(Instant instant, Page page) {
        return page.formats().time(instant, BusinessDate.DEFAULT_ZONE);
    }

    /// What keeps a channel from sending; empty: nothing.
    public static String obstacle(Channels.Status channel, Page page) {
        var name = page.t(channel.channel().messageKey());
        if (!channel.configured()) {
            return page.t(
                    "correspondence.messages.obstacle.none." + channel.channel().name());
        }
        if (channel.pausedAt() != null) {
            return page.t(
                    "correspondence.messages.obstacle.paused",
                    name,
                    time(channel.pausedAt(), page),
                    Objects.requireNonNullElse(channel.pausedBy(), ""));
        }
        if (channel.trouble() != null && channel.troubleSince() != null) {
            return page.t(
                    "correspondence.messages.obstacle.trouble",
                    name,
                    channel.peer(),
                    time(channel.troubleSince(), page),
                    channel.trouble());
        }
        return "";
    }

    /// In the words of the peer, or ours.
    private static String reason(String words, Page page) {
        return words.isEmpty() ? "" : page.tOr(words, words);
    }
}
