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

    /// Its symbol in `assets/icons.svg`.
    public String icon() {
        return switch (this) {
            case EMAIL -> "mail";
            case PHONE -> "phone";
            case SMS -> "sms";
            case LETTER -> "letter";
            case REGISTERED_LETTER -> "registered";
            case DISPUTE_REQUEST -> "dispute";
            case LITIGATION_REQUEST -> "litigation";
            case CARD_PAYMENT_REQUEST -> "card";
            case PROMISE -> "promise";
            case INSTALMENT_PLAN -> "plan";
        };
    }
}
