package io.encours.webhook;

import java.util.Arrays;
import java.util.Optional;

/// What another program can be told about.
public enum HookEvent {
    IMPORT_DONE("import.done"),
    /// Items of customers were created, changed, settled or removed.
    ITEMS_CHANGED("items.changed"),
    /// Master data of customers changed.
    CUSTOMERS_CHANGED("customers.changed"),
    ACTION_DONE("action.done"),
    ACTION_IGNORED("action.ignored"),
    ACTION_REPLACED("action.replaced"),
    ACTION_UNDONE("action.undone"),
    MESSAGE_SENT("message.sent"),
    /// It did not reach anybody: failed, bounced, or nobody knows.
    MESSAGE_FAILED("message.failed"),
    /// Everything that stands on a customer's timeline, with its type.
    EVENT_RECORDED("event.recorded");

    private final String code;

    HookEvent(String code) {
        this.code = code;
    }

    /// Its name outside.
    public String code() {
        return code;
    }

    public String messageKey() {
        return "webhook.event." + name();
    }

    static Optional<HookEvent> of(String code) {
        return Arrays.stream(values()).filter(event -> event.code.equals(code)).findFirst();
    }
}
