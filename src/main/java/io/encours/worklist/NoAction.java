package io.encours.worklist;

/// Why an item has no next action (decision 0005).
public enum NoAction {
    /// Nothing remains of it; it is not planned any more.
    SETTLED,
    /// The customer's own money: credit notes, deposits, payments not allocated.
    CREDIT,
    /// A bill of exchange that is to be paid at its maturity.
    BILL_IN_CIRCULATION,
    RETENTION,
    /// Balance carried forward without its detail, to be reviewed.
    OPENING_BALANCE,
    /// Refunds, adjustments, and whatever asks nothing of the customer.
    NOT_A_CLAIM,
    /// Account 416.
    DOUBTFUL,
    /// The lines on the bare control account.
    UNIDENTIFIED,
    NO_STRATEGY,
    /// An action remains, but what it counts from has not happened.
    WAITING_FOR_EVENT,
    /// No action of the strategy is for this payment method and amount.
    NO_APPLICABLE_ACTION,
    SEQUENCE_FINISHED;

    /// Its sentence in a message file.
    public String messageKey() {
        return "worklist.reason." + name();
    }
}
