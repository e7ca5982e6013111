package io.encours.overview.web;

import io.encours.platform.web.Page;
import io.encours.strategy.AssignmentRule;
import io.encours.strategy.AssignmentRule.Criterion;
import io.encours.strategy.AssignmentRule.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a rule asks of one customer, and whether the customer has it.
///
/// @param place from 1
/// @param asked what it asks, in its order; empty: nothing
public record RuleVerdict(int place, AssignmentRule rule, List<Asked> asked) {

    /// @param wanted by the rule, in words
    /// @param given what the customer has; empty: nothing
    public record Asked(Criterion criterion, String wanted, String given, boolean holds) {}

    public boolean fits() {
        return asked.stream().allMatch(Asked::holds);
    }

    static List<RuleVerdict> of(List<AssignmentRule> rules, Facts facts) {
        return IntStream.range(0, rules.size())
                .mapToObj(index -> of(index + 1, rules.get(index), facts))
                .toList();
    }

    private static RuleVerdict of(int place, AssignmentRule rule, Facts facts) {
        var unmet = rule.unmet(facts);
        var asked = new ArrayList<Asked>();
        for (var criterion : Criterion.values()) {
            var wanted = wanted(criterion, rule);
            if (!wanted.isEmpty()) {
                asked.add(new Asked(criterion, wanted, given(criterion, facts), !unmet.contains(criterion)));
            }
        }
        return new RuleVerdict(place, rule, asked);
    }

    private static String wanted(Criterion criterion, AssignmentRule rule) {
        return switch (criterion) {
            case COMPANY -> Objects.requireNonNullElse(rule.company(), "");
            case GROUP -> String.join(", ", rule.groups());
            case COUNTRY -> String.join(", ", rule.countries());
            case RISK_CLASS -> String.join(", ", rule.riskClasses());
            case PAYMENT_METHOD -> String.join(", ", rule.paymentMethods());
            case OVERDUE -> between(rule.overdueFrom(), rule.overdueBelow());
        };
    }

    private static String given(Criterion criterion, Facts facts) {
        return switch (criterion) {
            case COMPANY -> facts.company();
            case GROUP -> Objects.requireNonNullElse(facts.group(), "");
            case COUNTRY -> facts.country();
            case RISK_CLASS -> Objects.requireNonNullElse(facts.riskClass(), "");
            case PAYMENT_METHOD -> Objects.requireNonNullElse(facts.paymentMethod(), "");
            case OVERDUE -> facts.overdue().toPlainString();
        };
    }

    private static String between(@Nullable BigDecimal from, @Nullable BigDecimal below) {
        return (from == null ? "" : "≥ " + from.toPlainString())
                + (from == null || below == null ? "" : " ")
                + (below == null ? "" : "< " + below.toPlainString());
    }

    /// Amounts as the user writes them.
    public String wanted(Asked one, Page page) {
        if (one.criterion() != Criterion.OVERDUE) {
            return one.wanted();
        }
        var from = rule.overdueFrom();
        var below = rule.overdueBelow();
        return (from == null ? "" : "≥ " + page.amount(from))
                + (from == null || below == null ? "" : " · ")
                + (below == null ? "" : "< " + page.amount(below));
    }

    public String given(Asked one, Page page) {
        return one.criterion() == Criterion.OVERDUE ? page.amount(new BigDecimal(one.given())) : one.given();
    }
}
