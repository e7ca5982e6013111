package io.encours.worklist.api;

import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.worklist.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// What of the plan is wanted (S1), side by side as addresses and bodies have it; see `Filter`.
///
/// @param company code
/// @param agent login of the collector
/// @param customer words of the customer's name or code
/// @param controlAccount as the items have it, `411`
/// @param amountFrom of the remaining amount, in its currency
/// @param type any of these; missing: all
/// @param stage any of these; missing: all
/// @param dmpFrom of the customer's average payment delay in days, counted as the company does
/// @param dsoFrom of the customer's DSO in days, by the balance method over a year
/// @param riskClass of the customer
/// @param order PRIORITY: the most urgent first, in one currency; missing: that of the presentation
record FilterParameters(
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
        Filter.@Nullable Order order) {

    Filter filter() {
        return new Filter(
                new Filter.Customers(company, agent, customer),
                new Filter.Items(controlAccount, amountFrom, amountTo, dueFrom, dueTo),
                new Filter.Actions(
                        actionFrom,
                        actionTo,
                        Objects.requireNonNullElse(type, Set.of()),
                        Objects.requireNonNullElse(stage, Set.of())),
                new Filter.Behaviour(dmpFrom, dmpTo, dsoFrom, dsoTo, riskClass),
                order);
    }
}
