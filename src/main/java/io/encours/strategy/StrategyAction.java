package io.encours.strategy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One action of a strategy; its place in the list is its place in the sequence.
///
/// @param delay calendar days after the anchor, negative before
/// @param paymentMethod only for items with this payment method; null: all
/// @param condition null: none
/// @param perCustomer one message for all items of the customer
/// @param minimumAmount remaining amount below which the action is passed over, in the currency of the item
/// @param isFinal once done the item leaves the strategy
public record StrategyAction(
        String code,
        String label,
        ActionType type,
        Purpose purpose,
        int delay,
        Anchor anchor,
        @Nullable Condition condition,
        @Nullable String paymentMethod,
        Stage stage,
        Mode mode,
        boolean perCustomer,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal minimumAmount,

        @Nullable String template,
        @JsonProperty("final") boolean isFinal) {}
