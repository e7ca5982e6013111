package io.encours.worklist;

import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// What of the plan is wanted (S1); null: whatever it is. Bounds are included. What is said of the item (agent to
/// `dueTo`) also picks the credits listed beside the actions; what is said of the action only picks actions.
///
/// @param company code
/// @param agent login of the collector
/// @param customer words of the customer's name or code
/// @param controlAccount as the items have it, `411`
/// @param amountFrom of the remaining amount, in its currency
/// @param type any of these; null or empty: all
/// @param stage any of these; null or empty: all
/// @param dmpFrom of the customer's average payment delay in days, counted as the company does (D3, D4)
/// @param dsoFrom of the customer's DSO in days, by the balance method over a year
/// @param riskClass of the customer
/// @param order null: the usual
public record Filter(
        @Nullable String company,
        @Nullable String agent,
        @Nullable String customer,
        @Nullable String controlAccount,
        @Nullable BigDecimal amountFrom,
        @Nullable BigDecimal amountTo,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueFrom,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueTo,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate actionFrom,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate actionTo,
        @Nullable Set<ActionType> type,
        @Nullable Set<Stage> stage,
        @Nullable BigDecimal dmpFrom,
        @Nullable BigDecimal dmpTo,
        @Nullable BigDecimal dsoFrom,
        @Nullable BigDecimal dsoTo,
        @Nullable String riskClass,
        @Nullable Order order) {

    /// In which order customers and lines are shown.
    public enum Order {
        /// That of the presentation.
        USUAL,
        /// The most urgent first (S9).
        PRIORITY
    }

    /// Without what is asked of the customer's behaviour, in the usual order.
    public Filter(
            @Nullable String company,
            @Nullable String agent,
            @Nullable String customer,
            @Nullable String controlAccount,
            @Nullable BigDecimal amountFrom,
            @Nullable BigDecimal amountTo,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable LocalDate actionFrom,
            @Nullable LocalDate actionTo,
            @Nullable Set<ActionType> type,
            @Nullable Set<Stage> stage) {
        this(
                company,
                agent,
                customer,
                controlAccount,
                amountFrom,
                amountTo,
                dueFrom,
                dueTo,
                actionFrom,
                actionTo,
                type,
                stage,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// Everything.
    public static final Filter NONE =
            new Filter(null, null, null, null, null, null, null, null, null, null, null, null);

    boolean asksForDelay() {
        return dmpFrom != null || dmpTo != null;
    }

    /// Empty: all types.
    public Set<ActionType> types() {
        return type == null ? Set.of() : type;
    }

    /// Empty: all stages.
    public Set<Stage> stages() {
        return stage == null ? Set.of() : stage;
    }

    /// The same of one collector in one company.
    public Filter of(String ofCompany, String login) {
        return new Filter(
                ofCompany,
                login,
                customer,
                controlAccount,
                amountFrom,
                amountTo,
                dueFrom,
                dueTo,
                actionFrom,
                actionTo,
                type,
                stage,
                dmpFrom,
                dmpTo,
                dsoFrom,
                dsoTo,
                riskClass,
                order);
    }

    /// The same with actions up to a day: what there is to do by then.
    public Filter until(LocalDate day) {
        return new Filter(
                company,
                agent,
                customer,
                controlAccount,
                amountFrom,
                amountTo,
                dueFrom,
                dueTo,
                actionFrom,
                day,
                type,
                stage,
                dmpFrom,
                dmpTo,
                dsoFrom,
                dsoTo,
                riskClass,
                order);
    }
}
