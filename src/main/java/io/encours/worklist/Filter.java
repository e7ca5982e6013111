package io.encours.worklist;

import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of the plan is wanted (S1); null: whatever it is. Bounds are included. What is said of customers and items
/// also picks the credits listed beside the actions; what is said of actions only picks actions.
///
/// @param order null: the usual
public record Filter(
        Customers customers,
        Items items,
        Actions actions,
        Behaviour behaviour,
        @Nullable Order order) {

    /// Everything.
    public static final Filter NONE = new Filter(Customers.ANY, Items.ANY, Actions.ANY, Behaviour.ANY, null);

    /// @param company code
    /// @param agent login of the collector
    /// @param words of the customer's name or code
    public record Customers(
            @Nullable String company,
            @Nullable String agent,
            @Nullable String words) {

        public static final Customers ANY = new Customers(null, null, null);
    }

    /// @param controlAccount as the items have it, `411`
    /// @param amountFrom,amountTo of the remaining amount, in its currency
    public record Items(
            @Nullable String controlAccount,
            @Nullable BigDecimal amountFrom,
            @Nullable BigDecimal amountTo,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo) {

        public static final Items ANY = new Items(null, null, null, null, null);
    }

    /// @param types any of these; empty: all
    /// @param stages any of these; empty: all
    public record Actions(
            @Nullable LocalDate from, @Nullable LocalDate to, Set<ActionType> types, Set<Stage> stages) {

        public static final Actions ANY = new Actions(null, null, Set.of(), Set.of());
    }

    /// How the customer pays.
    ///
    /// @param delayFrom,delayTo average payment delay in days, counted as the company does (D3, D4)
    /// @param dsoFrom,dsoTo in days, by the balance method over a year
    public record Behaviour(
            @Nullable BigDecimal delayFrom,
            @Nullable BigDecimal delayTo,
            @Nullable BigDecimal dsoFrom,
            @Nullable BigDecimal dsoTo,
            @Nullable String riskClass) {

        public static final Behaviour ANY = new Behaviour(null, null, null, null, null);

        boolean asksForDelay() {
            return delayFrom != null || delayTo != null;
        }
    }

    /// In which order customers and lines are shown.
    public enum Order {
        /// That of the presentation.
        USUAL,
        /// The most urgent first (S9).
        PRIORITY
    }

    /// The same of one collector in one company.
    public Filter of(String company, String login) {
        return with(new Customers(company, login, customers.words()));
    }

    /// The same with actions up to a day: what there is to do by then.
    public Filter until(LocalDate day) {
        return with(new Actions(actions.from(), day, actions.types(), actions.stages()));
    }

    public Filter with(Customers other) {
        return new Filter(other, items, actions, behaviour, order);
    }

    public Filter with(Items other) {
        return new Filter(customers, other, actions, behaviour, order);
    }

    public Filter with(Actions other) {
        return new Filter(customers, items, other, behaviour, order);
    }
}
