package io.encours.correspondence;

import io.encours.strategy.ActionType;
import java.util.Optional;

/// The way a text takes to the customer. A formal notice or a statement is a purpose, written as a letter or an e-mail.
public enum Channel {
    EMAIL,
    /// Plain text, short, without a subject.
    SMS,
    /// Plain or registered; its subject is the line *Objet*.
    LETTER;

    /// Of an action that sends a text; a call or an internal request sends none.
    public static Optional<Channel> of(ActionType type) {
        return switch (type) {
            case EMAIL, CARD_PAYMENT_REQUEST -> Optional.of(EMAIL);
            case SMS -> Optional.of(SMS);
            case LETTER, REGISTERED_LETTER -> Optional.of(LETTER);
            case PHONE, DISPUTE_REQUEST, LITIGATION_REQUEST, PROMISE, INSTALMENT_PLAN -> Optional.empty();
        };
    }

    /// Its body is HTML.
    public boolean isHtml() {
        return this != SMS;
    }

    public boolean hasSubject() {
        return this != SMS;
    }

    /// Its name in a message file.
    public String messageKey() {
        return "correspondence.channel." + name();
    }

    /// Its symbol in `assets/icons.svg`.
    public String icon() {
        return switch (this) {
            case EMAIL -> "mail";
            case SMS -> "sms";
            case LETTER -> "letter";
        };
    }
}
