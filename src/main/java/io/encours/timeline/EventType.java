package io.encours.timeline;

import java.util.List;
import java.util.stream.Stream;

/// What happened.
public enum EventType {
    /// Free text of a person.
    NOTE,
    /// A formal notice was issued.
    FORMAL_NOTICE,
    FORMAL_NOTICE_SENT,
    FORMAL_NOTICE_DELIVERED,
    FORMAL_NOTICE_PRESENTED,
    FORMAL_NOTICE_RETURNED,
    FORMAL_NOTICE_CANCELLED,
    ACTION_VALIDATED,
    ACTION_REPLACED,
    ACTION_IGNORED,
    VALIDATION_UNDONE,
    REPLACEMENT_UNDONE,
    SUSPENSION_UNDONE,
    /// A letter or statement was made; it waits to be printed.
    LETTER,
    LETTER_CANCELLED,
    /// An item on a printed list.
    PRINTED,
    /// An e-mail or SMS: taken by the peer, arrived, come back, refused; stopped before; perhaps sent.
    MESSAGE_SENT,
    MESSAGE_DELIVERED,
    MESSAGE_BOUNCED,
    MESSAGE_FAILED,
    MESSAGE_CANCELLED,
    MESSAGE_UNCERTAIN,
    /// A customer answered by e-mail or SMS.
    ANSWER,
    /// A machine of the customer's answered: absence, receipt of a mailbox.
    AUTOMATIC_ANSWER,
    /// A call that no action asked for.
    CALL,
    /// The bank was given a direct debit, returned it unpaid; or somebody takes back having said so.
    DEBIT_PRESENTED,
    DEBIT_REJECTED,
    DEBIT_WITHDRAWN,
    /// The customer asked not to be written to at a number.
    OPTED_OUT,
    /// The customer takes that back.
    OPTED_IN,
    /// A person says that a number or an address may be used again.
    CONTACT_RESTORED;

    /// Names of those that came from outside.
    static final List<String> RECEIVED = Stream.of(ANSWER, AUTOMATIC_ANSWER, MESSAGE_BOUNCED, OPTED_OUT, OPTED_IN)
            .map(EventType::name)
            .toList();

    /// Its name in a message file.
    public String messageKey() {
        return "timeline.type." + name();
    }
}
