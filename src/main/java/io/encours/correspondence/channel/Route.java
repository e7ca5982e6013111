package io.encours.correspondence.channel;

/// A way in or out that may be open or not.
public enum Route {
    SMTP,
    SMPP,
    SMS_HTTP,
    IMAP;

    /// Its name in a message file.
    public String messageKey() {
        return "correspondence.route." + name();
    }

    /// Its symbol in `assets/icons.svg`.
    public String icon() {
        return switch (this) {
            case SMTP, IMAP -> "mail";
            case SMPP, SMS_HTTP -> "sms";
        };
    }
}
