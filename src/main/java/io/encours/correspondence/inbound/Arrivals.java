package io.encours.correspondence.inbound;

import encours.db.correspondence.tables.records.InboundRecord;
import io.encours.correspondence.Channel;
import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.correspondence.outbox.Message;
import io.encours.correspondence.outbox.PeerReports;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.RowId;
import io.encours.timeline.Attachments;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts something that came in on the timeline of its customer, with its files, and draws the conclusions of a
/// bounce.
@Component
class Arrivals {

    private static final int LONGEST_TEXT = 10_000;

    private final InboxStore store;
    private final Timeline timeline;
    private final Attachments attachments;
    private final ContactMarks marks;
    private final BusinessDate businessDate;
    private final MailReader reader;
    private final PeerReports reports;

    Arrivals(
            InboxStore store,
            Timeline timeline,
            Attachments attachments,
            ContactMarks marks,
            BusinessDate businessDate,
            MailReader reader,
            PeerReports reports) {
        this.store = store;
        this.timeline = timeline;
        this.attachments = attachments;
        this.marks = marks;
        this.businessDate = businessDate;
        this.reader = reader;
        this.reports = reports;
    }

    /// @param by who attached it; null: Encours found its customer
    /// @return id of the event
    long record(Owner.Known owner, Incoming incoming, @Nullable SignedIn by) {
        var type = incoming.channel() == Channel.SMS
                ? incoming.type()
                : Kind.of(incoming).event();
        var notKept = new ArrayList<>(incoming.notKept());
        var kept = incoming.files().stream()
                .filter(file -> {
                    var accepted =
                            attachments.accepts(file.name(), file.content().array());
                    if (!accepted) {
                        notKept.add(file.name());
                    }
                    return accepted;
                })
                .toList();
        var today = businessDate.today(store.zone(owner.companyId()));
        var event = timeline.record(new NewEvent(
                owner.companyId(),
                owner.customerId(),
                today,
                by,
                type,
                incoming.channel().name(),
                cut(incoming.text()),
                null,
                details(incoming, owner, notKept),
                owner.items()));
        var id = new RowId(owner.customerId(), event);
        var author = incoming.senderName().isEmpty() ? incoming.sender() : incoming.senderName();
        kept.forEach(
                file -> attachments.addReceived(id, file.name(), file.content().array(), author));
        if (type == EventType.ANSWER) {
            store.unread(owner.customerId(), event, today);
        }
        var bounce = incoming.bounce();
        if (bounce != null) {
            mark(owner, bounce);
        }
        return event;
    }

    /// A message of ours came back: the outbox tells the log.
    void returned(Owner.Known owner, Message message, Incoming.Bounce bounce) {
        reports.bounced(message.id(), bounce.reason());
        mark(owner, bounce);
    }

    /// What a person attaches later, as it came.
    Incoming again(InboundRecord row) {
        var original = row.getOriginal();
        var channel = Channel.valueOf(row.getChannel());
        if (channel == Channel.EMAIL && original != null) {
            return reader.read(original, row.getSource(), row.getReceivedAt().toInstant());
        }
        return new Incoming(
                channel,
                row.getSource(),
                row.getSameAs(),
                row.getReceivedAt().toInstant(),
                row.getSender(),
                row.getSenderName(),
                row.getSubject(),
                row.getText(),
                row.getQuoted(),
                Kind.valueOf(row.getKind()).event(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private void mark(Owner.Known owner, Incoming.Bounce bounce) {
        if (!bounce.forGood()) {
            return;
        }
        var message = owner.message();
        var addresses = !bounce.recipient().isEmpty()
                ? List.of(bounce.recipient())
                : message != null && message.recipients().size() == 1 ? message.recipients() : List.<String>of();
        for (var address : addresses) {
            ContactMarks.normal(ContactMark.Kind.EMAIL, address, "")
                    .ifPresent(plain -> marks.mark(
                            List.of(owner.companyId()),
                            ContactMark.Kind.EMAIL,
                            plain,
                            ContactMark.Reason.BOUNCED,
                            bounce.reason(),
                            null));
        }
    }

    private static Map<String, String> details(Incoming incoming, Owner.Known owner, List<String> notKept) {
        var details = new LinkedHashMap<String, String>();
        details.put(
                "from",
                incoming.senderName().isEmpty()
                        ? incoming.sender()
                        : incoming.senderName() + " <" + incoming.sender() + ">");
        if (!incoming.subject().isEmpty()) {
            details.put("subject", incoming.subject());
        }
        if (owner.message() != null) {
            details.put("messageId", owner.message().id().toString());
        }
        if (incoming.bounce() != null) {
            details.put("reason", incoming.bounce().reason());
            if (!incoming.bounce().recipient().isEmpty()) {
                details.put("recipient", incoming.bounce().recipient());
            }
        }
        if (!notKept.isEmpty()) {
            details.put("notKept", String.join(", ", notKept));
        }
        return details;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
