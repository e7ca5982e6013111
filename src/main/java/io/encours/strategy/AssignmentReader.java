package io.encours.strategy;

import io.encours.platform.Checks;
import io.encours.strategy.AssignmentDraft.RuleDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the rules of a draft, collecting everything that is wrong, each with the path of its field.
final class AssignmentReader {

    private static final int MOST_RULES = 200;
    private static final int MOST_WORDS = 200;
    private static final int LONGEST = 200;
    private static final int LONGEST_COMMENT = 500;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000000000");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Checks checks = new Checks();
    private final Collection<Strategy> strategies;
    private final Collection<String> companies;

    /// @param strategies that the author sees
    /// @param companies codes of the companies the author works for
    AssignmentReader(Collection<Strategy> strategies, Collection<String> companies) {
        this.strategies = strategies;
        this.companies = companies;
    }

    /// @throws io.encours.platform.Problem with every error
    List<AssignmentRule> read(AssignmentDraft draft) {
        var drafts = Objects.requireNonNullElse(draft.rules(), List.<@Nullable RuleDraft>of());
        checks.optional("comment", draft.comment(), LONGEST_COMMENT);
        checks.that(drafts.size() <= MOST_RULES, "rules", "strategy.rules.problem.tooMany", String.valueOf(MOST_RULES));
        checks.orRefuse();
        var rules = new ArrayList<AssignmentRule>();
        for (var index = 0; index < drafts.size(); index++) {
            var path = "rules[" + index + "]";
            var rule = drafts.get(index);
            if (rule == null) {
                checks.wrong(path, "strategy.problem.required");
            } else {
                rules.add(rule(path + ".", rule));
            }
        }
        checks.orRefuse();
        return rules;
    }

    private AssignmentRule rule(String path, RuleDraft draft) {
        var company = checks.optional(path + "company", draft.company(), LONGEST);
        checks.that(
                company == null || companies.contains(company),
                path + "company",
                "strategy.problem.unknownCompany",
                String.valueOf(company));
        var from = amount(path + "overdueFrom", draft.overdueFrom());
        var below = amount(path + "overdueBelow", draft.overdueBelow());
        checks.that(
                from == null || below == null || from.compareTo(below) < 0,
                path + "overdueBelow",
                "strategy.rules.problem.empty");
        checks.that(below == null || below.signum() > 0, path + "overdueBelow", "strategy.rules.problem.empty");
        var countries = words(path + "countries", draft.countries()).stream()
                .map(country -> country.toUpperCase(Locale.ROOT))
                .toList();
        countries.stream()
                .filter(country -> !COUNTRIES.contains(country))
                .findFirst()
                .ifPresent(country -> checks.wrong(path + "countries", "strategy.rules.problem.country", country));
        return new AssignmentRule(
                Optional.ofNullable(checks.optional(path + "label", draft.label(), LONGEST))
                        .orElse(""),
                company,
                words(path + "groups", draft.groups()),
                countries,
                words(path + "riskClasses", draft.riskClasses()),
                words(path + "paymentMethods", draft.paymentMethods()),
                from,
                below,
                strategy(path + "strategy", draft.strategy(), company));
    }

    private String strategy(String path, @Nullable String given, @Nullable String company) {
        var code = checks.required(path, given, LONGEST);
        if (!code.isEmpty()) {
            var named =
                    strategies.stream().filter(one -> one.code().equals(code)).findFirst();
            checks.that(named.isPresent(), path, "strategy.problem.unknown", code);
            var only = named.map(Strategy::company).orElse(null);
            checks.that(
                    only == null || only.equals(company),
                    path,
                    "strategy.rules.problem.otherCompany",
                    code,
                    String.valueOf(only));
        }
        return code;
    }

    private List<String> words(String path, @Nullable List<@Nullable String> given) {
        var words = new ArrayList<String>();
        for (var word : Objects.requireNonNullElse(given, List.<@Nullable String>of())) {
            var text = checks.optional(path, word, LONGEST);
            if (text != null && !words.contains(text)) {
                words.add(text);
            }
        }
        checks.that(words.size() <= MOST_WORDS, path, "strategy.rules.problem.tooMany", String.valueOf(MOST_WORDS));
        return List.copyOf(words);
    }

    /// With two decimals at least, as it comes back from the database.
    private @Nullable BigDecimal amount(String path, @Nullable BigDecimal given) {
        if (given == null) {
            return null;
        }
        var plain = given.stripTrailingZeros();
        if (given.signum() < 0 || given.compareTo(LARGEST_AMOUNT) >= 0 || plain.scale() > 4) {
            checks.wrong(path, "strategy.problem.minimumAmount");
            return null;
        }
        return plain.setScale(Math.max(2, plain.scale()));
    }
}
