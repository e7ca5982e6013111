package io.encours.prediction;

/// A company counts the average payment delay from another day now (D3); in the transaction that says so.
public record DelayReferenceChanged(long companyId) {}
