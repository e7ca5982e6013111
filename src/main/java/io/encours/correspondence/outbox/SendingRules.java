package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.correspondence.outbox.NewMessage.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// How a company sends.
///
/// @param senderName null: the company's name
/// @param senderAddress null: the address on its letterhead, else the server's
/// @param replyAddress takes sub-addresses (`name+reference@…`); null: answers go to the sender
/// @param undoAutomatic minutes an automatic message can be stopped
/// @param undoByHand minutes one written by hand can be taken back
/// @param quietFrom no SMS goes out from then
/// @param quietUntil until then; the same as `quietFrom`: at any hour
public record SendingRules(
        @Nullable String senderName,
        @Nullable String senderAddress,
        @Nullable String replyAddress,
        int undoAutomatic,
        int undoByHand,
        LocalTime quietFrom,
        LocalTime quietUntil) {

    /// What counts when nothing was set.
    public static final SendingRules USUAL =
            new SendingRules(null, null, null, 10, 2, LocalTime.of(20, 0), LocalTime.of(8, 0));

    /// When a message written or confirmed now may go out.
    Instant dueAt(Channel channel, Release release, Instant now, ZoneId zone) {
        var window = switch (release) {
            case AUTOMATIC -> undoAutomatic;
            case BY_HAND, AFTER_CONFIRMATION -> undoByHand;
        };
        return awake(channel, now.plus(Duration.ofMinutes(window)), zone);
    }

    /// The moment itself, or the end of the quiet hours it falls into. E-mails wake nobody.
    Instant awake(Channel channel, Instant moment, ZoneId zone) {
        return switch (channel) {
            case EMAIL, LETTER -> moment;
            case SMS -> afterQuiet(moment.atZone(zone));
        };
    }

    private Instant afterQuiet(ZonedDateTime moment) {
        if (!isQuiet(moment.toLocalTime())) {
            return moment.toInstant();
        }
        var end = moment.with(quietUntil);
        return (end.isAfter(moment) ? end : end.plusDays(1)).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return quietFrom.isBefore(quietUntil)
                ? !time.isBefore(quietFrom) && time.isBefore(quietUntil)
                : quietFrom.isAfter(quietUntil) && (!time.isBefore(quietFrom) || time.isBefore(quietUntil));
    }
}
