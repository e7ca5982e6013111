package io.encours.strategy;

import io.encours.strategy.AssignmentRule.Facts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which strategy a customer follows, and on what ground.
///
/// @param strategy code; null: there is none
/// @param label of the strategy
/// @param rule place of the rule that fits, from 1; 0: no rule says it
/// @param ruleLabel of that rule; empty: it has none, or no rule says it
public record Followed(@Nullable String strategy, String label, Basis basis, int rule, String ruleLabel) {

    public enum Basis {
        /// It is set on the customer.
        CUSTOMER,
        RULE,
        COMPANY_DEFAULT,
        COMMON_DEFAULT,
        NONE;

        public String messageKey() {
            return "strategy.basis." + name();
        }
    }

    /// The rule of decision 0021 as a pure function: what the view `strategy.assignment` must give for every customer.
    ///
    /// @param strategies all there are
    static Followed decide(Facts facts, List<AssignmentRule> rules, List<Strategy> strategies) {
        var usable = strategies.stream()
                .filter(strategy ->
                        strategy.company() == null || strategy.company().equals(facts.company()))
                .toList();
        var own = named(usable, facts.ownStrategy());
        if (own.isPresent()) {
            return of(own.get(), Basis.CUSTOMER, 0, "");
        }
        for (var place = 1; place <= rules.size(); place++) {
            var rule = rules.get(place - 1);
            var strategy = named(usable, rule.strategy());
            if (strategy.isPresent() && rule.unmet(facts).isEmpty()) {
                return of(strategy.get(), Basis.RULE, place, rule.label());
            }
        }
        return standard(usable, facts.company())
                .map(strategy -> of(strategy, Basis.COMPANY_DEFAULT, 0, ""))
                .or(() -> standard(usable, null).map(strategy -> of(strategy, Basis.COMMON_DEFAULT, 0, "")))
                .orElse(new Followed(null, "", Basis.NONE, 0, ""));
    }

    private static Followed of(Strategy strategy, Basis basis, int rule, String ruleLabel) {
        return new Followed(strategy.code(), strategy.label(), basis, rule, ruleLabel);
    }

    private static Optional<Strategy> named(List<Strategy> usable, @Nullable String code) {
        return usable.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static Optional<Strategy> standard(List<Strategy> usable, @Nullable String company) {
        return usable.stream()
                .filter(Strategy::isDefault)
                .filter(one -> Objects.equals(one.company(), company))
                .findFirst();
    }
}
