package io.encours.correspondence.outbox;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells the log of the customer what became of a message. What it says stays with the message, where it can be
/// purged.
@Component
class MessageEvents {

    private final Timeline timeline;
    private final Companies companies;
    private final BusinessDate dates;
    private final ApplicationEventPublisher publisher;

    MessageEvents(Timeline timeline, Companies companies, BusinessDate dates, ApplicationEventPublisher publisher) {
        this.timeline = timeline;
        this.companies = companies;
        this.dates = dates;
        this.publisher = publisher;
    }

    void confirmed(SignedIn by, List<Message> messages) {
        if (!messages.isEmpty()) {
            publisher.publishEvent(new MessagesConfirmed(by, messages));
        }
    }

    /// @param by null: Encours itself
    /// @param reason key of ours; empty: a person wanted it
    void cancelled(@Nullable SignedIn by, List<Message> messages, String reason) {
        record(by, messages, EventType.MESSAGE_CANCELLED, reason);
        if (!messages.isEmpty()) {
            publisher.publishEvent(new MessagesCancelled(by, messages));
        }
    }

    /// In the transaction that changes the message.
    ///
    /// @param by null: Encours itself
    /// @param reason words of the peer, or a key of ours; empty: none
    void record(@Nullable SignedIn by, List<Message> messages, EventType type, String reason) {
        timeline.recordAll(messages.stream()
                .map(message -> new NewEvent(
                        message.companyId(),
                        message.id().customer(),
                        dates.today(companies.byId(message.companyId()).zone()),
                        by,
                        type,
                        message.channel().name(),
                        "",
                        null,
                        Map.of(
                                "label", message.subject(),
                                "messageId", message.id().toString(),
                                "recipient", String.join(", ", message.recipients()),
                                "reason", reason),
                        message.items().stream().map(item -> item.id().id()).toList()))
                .toList());
    }
}
