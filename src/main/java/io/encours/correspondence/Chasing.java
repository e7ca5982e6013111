package io.encours.correspondence;

import io.encours.receivable.ItemKind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What reminders and formal notices do not ask for (A7): the same for both.
public final class Chasing {

    /// Bills in circulation and retention money have their own day.
    private static final Set<ItemKind> NOT_CHASED = Set.of(ItemKind.BILL, ItemKind.RETENTION);

    private Chasing() {}

    /// @param presentedOn day a direct debit was presented; null: none was
    /// @param rejectedOn day it came back; null: it did not
    /// @param isHeld see `HeldItems`
    public static boolean isChased(
            ItemKind kind, @Nullable LocalDate presentedOn, @Nullable LocalDate rejectedOn, boolean isHeld) {
        var isUnderWay = presentedOn != null && rejectedOn == null;
        return !isHeld && !isUnderWay && !NOT_CHASED.contains(kind);
    }
}
