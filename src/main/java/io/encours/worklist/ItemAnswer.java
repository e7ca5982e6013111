package io.encours.worklist;

import io.encours.worklist.automatic.Guard;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An item as the API writes it (spec/api.md, `GET /items`).
///
/// @param original decimal, positive = owed by the customer
/// @param stoppedBy name of the guard that kept the next action from going out by itself; null: none did
public record ItemAnswer(
        String id,
        String company,
        String customer,
        String customerName,
        String document,
        String kind,
        LocalDate documentDate,
        LocalDate dueDate,
        @Nullable String paymentMethod,
        String controlAccount,
        String original,
        String remaining,
        String currency,
        String state,
        String colour,
        @Nullable NextAnswer nextAction,
        @Nullable String noActionReason,
        @Nullable String stoppedBy) {

    /// The next action as the API writes it.
    ///
    /// @param heldUntil it was put off until the end of this day; null: it was not
    public record NextAnswer(
            String id,
            String code,
            String label,
            String type,
            String stage,
            LocalDate date,
            LocalDate theoreticalDate,
            @Nullable LocalDate heldUntil) {

        static NextAnswer of(ItemView.Next next) {
            return new NextAnswer(
                    next.id().toString(),
                    next.code(),
                    next.label(),
                    next.type().name(),
                    next.stage().name(),
                    next.date(),
                    next.theoreticalDate(),
                    next.heldUntil());
        }
    }

    public static ItemAnswer of(ItemView item) {
        return new ItemAnswer(
                item.id().toString(),
                item.company(),
                item.customer(),
                item.customerName(),
                item.document(),
                item.kind().name(),
                item.documentDate(),
                item.dueDate(),
                item.paymentMethod(),
                item.controlAccount(),
                item.original().plain(),
                item.remaining().plain(),
                item.original().currency().getCurrencyCode(),
                item.state().name(),
                item.colour().name(),
                item.next().map(NextAnswer::of).orElse(null),
                item.noActionReason().map(NoAction::name).orElse(null),
                item.next()
                        .flatMap(next -> Optional.ofNullable(next.stoppedBy()))
                        .map(Guard::name)
                        .orElse(null));
    }
}
