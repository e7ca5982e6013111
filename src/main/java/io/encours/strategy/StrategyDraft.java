package io.encours.strategy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strategy as somebody wrote it, not checked yet. What is null takes its default where it has one.
///
/// @param comment why it is changed, kept with the version
public record StrategyDraft(
        @Nullable String code,
        @Nullable String label,
        @Nullable String company,
        @JsonProperty("default") @Nullable Boolean isDefault,
        @Nullable List<@Nullable ActionDraft> actions,
        @Nullable String comment) {

    public StrategyDraft(
            @Nullable String code,
            @Nullable String label,
            @Nullable String company,
            @Nullable Boolean isDefault,
            @Nullable List<@Nullable ActionDraft> actions) {
        this(code, label, company, isDefault, actions, null);
    }

    public record ActionDraft(
            @Nullable String code,
            @Nullable String label,
            @Nullable String type,
            @Nullable String purpose,
            @Nullable Integer delay,
            @Nullable String anchor,
            @Nullable String condition,
            @Nullable String paymentMethod,
            @Nullable String stage,
            @Nullable String mode,
            @Nullable Boolean perCustomer,
            @Nullable BigDecimal minimumAmount,
            @Nullable String template,
            @JsonProperty("final") @Nullable Boolean isFinal) {}
}
