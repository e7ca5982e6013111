package io.encours.strategy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of rules as somebody wrote it, not checked yet.
///
/// @param comment why it is changed, kept with the version
public record AssignmentDraft(
        @Nullable List<@Nullable RuleDraft> rules, @Nullable String comment) {

    /// What is null asks nothing; a strategy is needed.
    public record RuleDraft(
            @Nullable String label,
            @Nullable String company,
            @Nullable List<@Nullable String> groups,
            @Nullable List<@Nullable String> countries,
            @Nullable List<@Nullable String> riskClasses,
            @Nullable List<@Nullable String> paymentMethods,
            @Nullable BigDecimal overdueFrom,
            @Nullable BigDecimal overdueBelow,
            @Nullable String strategy) {}
}
