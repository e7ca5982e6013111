package io.encours.worklist.web;

import io.encours.correspondence.contact.ContactMark;
import io.encours.strategy.StrategyAction;
import io.encours.timeline.Event;
import io.encours.worklist.MissedSteps;
import io.encours.worklist.outgoing.Outgoing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The side panel of a line.
///
/// @param age of the debt in words
/// @param reason why there is no action, in words
/// @param country whose numbers are written without a prefix
/// @param marks why the number or the address should not be used
/// @param answered day of the latest answer nobody has read; null: none
/// @param isCall the action to do is one, so it has an outcome
/// @param sends what doing it makes; null: nothing
/// @param missed steps that are not replayed, because the item came in after their day
/// @param suggestedDate for another action
/// @param debit null: the user does not say what the bank did, or there is nothing to say
/// @param strategyActions of the customer's strategy that may take the place of this one
public record PanelView(
        String item,
        String title,
        String kind,
        String customerName,
        String customerCode,
        String customerPath,
        BigDecimal remaining,
        String colour,
        String age,
        List<Fact> facts,
        @Nullable String phone,
        @Nullable String email,
        String country,
        List<ContactMark> marks,
        @Nullable LocalDate answered,
        @Nullable Step step,
        @Nullable String reason,
        boolean isCall,
        Outgoing.@Nullable Kind sends,
        List<MissedSteps.Missed> missed,
        LocalDate suggestedDate,
        List<StrategyAction> strategyActions,
        @Nullable DebitForm debit,
        List<Event> events) {

    /// It can be seen before it is sent; a formal notice is prepared on a page of its own.
    public boolean hasPreview() {
        return sends == Outgoing.Kind.MESSAGE || sends == Outgoing.Kind.LETTER;
    }

    public record Fact(String name, String value) {}

    /// The action to do.
    ///
    /// @param stopped why it did not go out by itself, in words; null: it did not try
    public record Step(
            String action,
            String code,
            String icon,
            String label,
            LocalDate date,
            LocalDate theoreticalDate,
            @Nullable String held,
            @Nullable String stopped,
            long lateDays) {}
}
