package io.encours.worklist;

/// How a call or a visit ended (S7).
public enum Outcome {
    REACHED,
    NO_ANSWER,
    MESSAGE_LEFT,
    PROMISED,
    DISPUTES,
    ALREADY_PAID,
    WRONG_NUMBER,
    OTHER;

    /// Its name in a message file.
    public String messageKey() {
        return "worklist.outcome." + name();
    }
}
