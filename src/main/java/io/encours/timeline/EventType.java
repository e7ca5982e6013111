package io.encours.timeline;

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
    MESSAGE_UNCERTAIN;

    /// Its name in a message file.
    public String messageKey() {
        return "timeline.type." + name();
    }
}
