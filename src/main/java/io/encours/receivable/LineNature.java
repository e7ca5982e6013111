package io.encours.receivable;

/// What a line of a receivable account is, as the other lines of its entry tell (fec.md §4), or as a CSV file says.
public enum LineNature {
    INVOICE,
    CREDIT_NOTE,
    PAYMENT,
    /// Payment that came back unpaid.
    RETURNED_PAYMENT,
    /// A bill of exchange that came back before it was money: the claim is a plain one again.
    BILL_RETURNED,
    /// Money given back to the customer.
    REFUND,
    /// Deposit received (4191).
    DEPOSIT,
    /// A deposit set off against an invoice.
    DEPOSIT_USED,
    DEPOSIT_INVOICE,
    BILL,
    /// The claim became a bill of exchange (413).
    BILL_CREATED,
    RETENTION,
    /// Retention money that was invoiced on another account and moved, or moves back.
    RETENTION_MOVED,
    /// The claim moved to or from doubtful customers (416).
    DOUBTFUL,
    WRITE_OFF,
    DISCOUNT,
    /// Small difference of payment.
    DIFFERENCE,
    /// Opening balance (à-nouveau).
    OPENING,
    OTHER
}
