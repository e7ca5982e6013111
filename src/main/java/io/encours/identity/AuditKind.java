package io.encours.identity;

/// What an entry of the audit trail is about.
public enum AuditKind {
    USER,
    TOKEN,
    PASSKEY,
    COMPANY,
    SITE,
    SETTING,
    STRATEGY,
    TEMPLATE,
    CUSTOMER,
    PORTFOLIO,
    ABSENCE,
    IMPORT,
    ACTION,
    WEBHOOK,
    RETENTION,
    INTEREST,
    TARGET;

    public String messageKey() {
        return "identity.audit.kind." + name();
    }
}
