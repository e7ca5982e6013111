package io.encours.timeline;

import io.encours.platform.RowId;
import io.encours.platform.web.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A recorded event.
///
/// @param happenedOn business date
/// @param author name as it was then
/// @param channel type of the action, `PHONE`; null: none
/// @param outcome of a call, `REACHED`; null: none
/// @param details facts of the event by name, such as the code of the action
public record Event(
        RowId id,
        LocalDate happenedOn,
        OffsetDateTime recordedAt,
        String author,
        EventType type,
        @Nullable String channel,
        String text,
        @Nullable String outcome,
        Map<String, String> details,
        List<EventItem> items,
        List<Attachment> attachments) {

    /// Who wrote it, and for whom when they stood in for somebody.
    public String writer(Page page) {
        var absent = details.get(NewEvent.ON_BEHALF_OF);
        return absent == null ? author : page.t("timeline.onBehalf", author, absent);
    }

    /// An item concerned, with its document as a person knows it.
    public record EventItem(RowId id, String document) {}
}
