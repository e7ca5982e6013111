package io.encours.strategy;

/// What an action is for (A1).
public enum Purpose {
    ANNOUNCEMENT,
    REMINDER,
    FORMAL_NOTICE,
    STATEMENT,
    CONFIRMATION,
    OTHER
}
