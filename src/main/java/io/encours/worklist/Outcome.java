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

    /// It may hold the item for some days: nothing is chased before they are over.
    public boolean holds() {
        return switch (this) {
            case PROMISED, DISPUTES, ALREADY_PAID -> true;
            case REACHED, NO_ANSWER, MESSAGE_LEFT, WRONG_NUMBER, OTHER -> false;
        };
    }

    /// Its name in a message file.
    public String messageKey() {
        return "worklist.outcome." + name();
    }
}
