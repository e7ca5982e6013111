package io.encours.demo.web;

import io.encours.platform.ActionId;
import io.encours.platform.Money;
import io.encours.platform.RowId;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.worklist.Colour;
import io.encours.worklist.ItemView;
import io.encours.worklist.ItemView.Next;
import io.encours.worklist.ItemView.State;
import io.encours.worklist.NoAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Items of a customer who does not exist: one overdue with a late action, one to come, one credit.
final class DesignSamples {

    private DesignSamples() {}

    static List<ItemView> items(LocalDate today) {
        return List.of(
                item(1, "F2026-1182", ItemKind.INVOICE, today.minusDays(22), "6200.00", Colour.BLACK)
                        .next("Appel n° 1", ActionType.PHONE, today.minusDays(8)),
                item(2, "F2026-1240", ItemKind.INVOICE, today.plusDays(3), "8040.00", Colour.BLUE)
                        .next("Annonce de prélèvement", ActionType.EMAIL, today.plusDays(1)),
                item(3, "AV-2026-77", ItemKind.CREDIT_NOTE, today, "-1000.00", Colour.RED)
                        .none());
    }

    private static Sample item(int id, String document, ItemKind kind, LocalDate due, String amount, Colour colour) {
        return new Sample(new RowId(1, id), document, kind, due, Money.of(new BigDecimal(amount), "EUR"), colour);
    }

    private record Sample(RowId id, String document, ItemKind kind, LocalDate due, Money amount, Colour colour) {

        ItemView next(String label, ActionType type, LocalDate date) {
            return item(
                    Optional.of(new Next(
                            new ActionId(id, 1), "SAMPLE", label, type, Stage.AMICABLE, date, date, null, null)),
                    Optional.empty());
        }

        ItemView none() {
            return item(Optional.empty(), Optional.of(NoAction.CREDIT));
        }

        private ItemView item(Optional<Next> next, Optional<NoAction> reason) {
            return new ItemView(
                    id,
                    "NOVEA",
                    "C0042",
                    "Ateliers Brévignac",
                    document,
                    kind,
                    due.minusDays(30),
                    due,
                    null,
                    "411000",
                    amount,
                    amount,
                    State.OPEN,
                    colour,
                    next,
                    reason);
        }
    }
}
