package io.encours.correspondence.inbound;

import io.encours.timeline.EventType;

/// What a person has to do with.
public enum Kind {
    ANSWER,
    AUTOMATIC,
    BOUNCE,
    /// It could not be read.
    UNREADABLE;

    static Kind of(Incoming incoming) {
        if (incoming.unreadable() != null) {
            return UNREADABLE;
        }
        return switch (incoming.type()) {
            case AUTOMATIC_ANSWER -> AUTOMATIC;
            case MESSAGE_BOUNCED -> BOUNCE;
            default -> ANSWER;
        };
    }

    EventType event() {
        return switch (this) {
            case ANSWER, UNREADABLE -> EventType.ANSWER;
            case AUTOMATIC -> EventType.AUTOMATIC_ANSWER;
            case BOUNCE -> EventType.MESSAGE_BOUNCED;
        };
    }

    /// Its name in a message file.
    public String messageKey() {
        return "correspondence.inbound.kind." + name();
    }
}
