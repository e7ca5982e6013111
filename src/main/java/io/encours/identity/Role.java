package io.encours.identity;

/// What a person does in the company (K2).
public enum Role {
    ADMINISTRATOR,
    CREDIT_MANAGER,
    COLLECTOR,
    SALES,
    ORDER_ADMINISTRATION,
    ACCOUNTANT,
    /// Read-only.
    EXECUTIVE,
    GUEST
}
