package io.encours.timeline;

/// What happened.
public enum EventType {
    /// Free text of a person.
    NOTE,
    ACTION_VALIDATED,
    ACTION_REPLACED,
    ACTION_IGNORED,
    VALIDATION_UNDONE,
    REPLACEMENT_UNDONE,
    SUSPENSION_UNDONE;

    /// Its name in a message file.
    public String messageKey() {
        return "timeline.type." + name();
    }
}
