package io.encours.strategy;

/// Who sets an action off.
public enum Mode {
    AUTOMATIC,
    AUTOMATIC_AFTER_CONFIRMATION,
    MANUAL
}
