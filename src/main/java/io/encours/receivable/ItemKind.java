package io.encours.receivable;

/// What an item is, whatever its sign.
public enum ItemKind {
    INVOICE,
    CREDIT_NOTE,
    /// Received in advance (4191): a credit.
    DEPOSIT,
    /// Asked in advance: a claim.
    DEPOSIT_INVOICE,
    PAYMENT,
    /// Bill of exchange in circulation.
    BILL,
    /// Retention money, due at the end of the guarantee.
    RETENTION,
    OPENING_BALANCE,
    /// A payment that came back unpaid: a claim again.
    RETURNED_PAYMENT,
    REFUND,
    ADJUSTMENT
}
