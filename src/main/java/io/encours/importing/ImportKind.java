package io.encours.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a file holds.
public enum ImportKind {
    FEC,
    CUSTOMERS,
    ITEMS,
    PAYMENTS;

    /// As the API writes it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a file can be the whole list of something, so that what is absent is settled.
    public boolean isList() {
        return this == ITEMS || this == PAYMENTS;
    }

    public static Optional<ImportKind> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
