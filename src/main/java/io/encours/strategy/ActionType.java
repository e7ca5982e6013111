package io.encours.strategy;

/// The channel of an action (A1).
public enum ActionType {
    EMAIL,
    PHONE,
    SMS,
    LETTER,
    REGISTERED_LETTER,
    /// Internal request to open a dispute.
    DISPUTE_REQUEST,
    /// Internal request to go to litigation.
    LITIGATION_REQUEST,
    CARD_PAYMENT_REQUEST,
    /// Obtain a promise.
    PROMISE,
    /// Agree an instalment plan.
    INSTALMENT_PLAN;

    /// Its name in a message file.
    public String messageKey() {
        return "strategy.type." + name();
    }
}
