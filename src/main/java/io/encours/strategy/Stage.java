package io.encours.strategy;

/// Legal stage (A1).
public enum Stage {
    AMICABLE,
    PRE_LITIGATION,
    JUDICIAL;

    /// Its name in a message file.
    public String messageKey() {
        return "strategy.stage." + name();
    }
}
