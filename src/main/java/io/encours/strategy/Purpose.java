package io.encours.strategy;

/// What an action is for (A1).
public enum Purpose {
    ANNOUNCEMENT,
    REMINDER,
    FORMAL_NOTICE,
    STATEMENT,
    CONFIRMATION,
    OTHER;

    /// Speaks of what is late: not to who is insolvent, not about what is held or on its way (A7).
    public boolean chases() {
        return switch (this) {
            case REMINDER, FORMAL_NOTICE -> true;
            case ANNOUNCEMENT, STATEMENT, CONFIRMATION, OTHER -> false;
        };
    }

    /// Not to who has nothing to pay (A8).
    public boolean asksForMoney() {
        return switch (this) {
            case ANNOUNCEMENT, REMINDER, FORMAL_NOTICE -> true;
            case STATEMENT, CONFIRMATION, OTHER -> false;
        };
    }
}
