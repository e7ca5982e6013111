package io.encours.prediction;

/// What the average payment delay counts from (D3).
public enum DelayReference {
    INVOICE_DATE,
    DUE_DATE;

    public String messageKey() {
        return "prediction.reference." + name();
    }
}
