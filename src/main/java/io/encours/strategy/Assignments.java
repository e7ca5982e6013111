package io.encours.strategy;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.customer.Customer;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.strategy.AssignmentRule.Facts;
import io.encours.strategy.Followed.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which strategy a customer follows: its own, else that of the first rule that fits, else the default of its company,
/// else the common default (A6, decision 0021). The view `strategy.assignment` says it for all customers.
@Service
public class Assignments {

    /// How many customers follow a strategy on the same ground.
    ///
    /// @param rule place of the rule; 0: no rule
    /// @param label of the rule; may be empty
    public record Followers(long strategyId, Basis basis, int rule, String label, int customers) {}

    private final AssignmentStore store;
    private final FollowerStore followers;
    private final StrategyStore strategies;
    private final Companies companies;
    private final OverdueWatch watch;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Assignments(
            AssignmentStore store,
            FollowerStore followers,
            StrategyStore strategies,
            Companies companies,
            OverdueWatch watch,
            ApplicationEventPublisher events,
            Audit audit) {
        this.store = store;
        this.followers = followers;
        this.strategies = strategies;
        this.companies = companies;
        this.watch = watch;
        this.events = events;
        this.audit = audit;
    }

    /// The list without the rules of companies outside of the scope.
    public AssignmentRules rules(Scope scope) {
        var all = store.all();
        return new AssignmentRules(
                all.version(), visible(scope, all.rules()), all.savedAt(), all.savedBy(), all.comment());
    }

    /// Which strategy a customer follows; places of rules are those in `rules` of the same scope.
    public Followed of(Scope scope, long customerId) {
        return followers.of(scope, customerId);
    }

    /// What the rules look at.
    public Facts facts(Customer customer) {
        var details = customer.details();
        return new Facts(
                customer.company(),
                details.group(),
                details.country(),
                details.riskClass(),
                details.paymentMethod(),
                details.strategy(),
                followers.overdue(customer.id()));
    }

    /// Customers within the scope by strategy and ground.
    public List<Followers> followers(Scope scope) {
        return followers.count(scope);
    }

    /// Replaces the rules that the author sees; those of other companies keep their place among the common ones. Who
    /// follows another strategy by it is planned anew at once. The same list again changes nothing.
    ///
    /// @param expected version that the author has read; null: whatever it is now
    /// @throws Problem forbidden, outdated when somebody else was quicker, invalid with every wrong field
    @Transactional
    public AssignmentRules put(SignedIn user, Scope scope, AssignmentDraft draft, @Nullable Integer expected) {
        var wanted = read(user, scope, draft);
        var before = store.all();
        refuseOutdated(before, expected);
        if (before.rules().equals(wanted)) {
            return rules(scope);
        }
        followers.remember(companies.allIds().toArray(Long[]::new), null);
        write(before, wanted);
        store.keep(before.version() + 1, user.id(), Objects.requireNonNullElse(DraftReader.text(draft.comment()), ""));
        audit.record(user, AuditKind.STRATEGY, "rules", "", Map.of("rules", before.rules()), Map.of("rules", wanted));
        followers
                .changed()
                .forEach((company, customers) -> events.publishEvent(new AssignmentsChanged(company, customers)));
        return rules(scope);
    }

    /// Writes it as `put` does, but nobody is told and no version is kept: to see what would be, in a transaction that
    /// is
    /// rolled back.
    ///
    /// @throws Problem as `put`
    @Transactional(propagation = Propagation.MANDATORY)
    public void suppose(SignedIn user, Scope scope, AssignmentDraft draft) {
        var wanted = read(user, scope, draft);
        write(store.all(), wanted);
    }

    /// Everything that `put` would refuse, without writing.
    ///
    /// @throws Problem as `put`
    @Transactional
    public void check(SignedIn user, Scope scope, AssignmentDraft draft, @Nullable Integer expected) {
        read(user, scope, draft);
        refuseOutdated(store.all(), expected);
    }

    /// The amounts are not kept while nobody asks for them.
    private void write(AssignmentRules before, List<AssignmentRule> wanted) {
        store.write(wanted);
        if (before.rules().stream().noneMatch(AssignmentRule::asksForAmounts)
                && wanted.stream().anyMatch(AssignmentRule::asksForAmounts)) {
            watch.begin();
        }
    }

    private List<AssignmentRule> read(SignedIn user, Scope scope, AssignmentDraft draft) {
        if (!Strategies.mayWrite(user)) {
            throw Problem.forbidden("strategy.problem.readOnly");
        }
        var codes = companies.within(scope).stream().map(Company::code).toList();
        var given = new AssignmentReader(strategies.within(scope), codes).read(draft);
        store.lock();
        return merged(given, store.all().rules(), codes);
    }

    /// The rules given, and those the author does not see: each behind as many common rules as before.
    static List<AssignmentRule> merged(
            List<AssignmentRule> given, List<AssignmentRule> inForce, List<String> companies) {
        var merged = new ArrayList<>(given);
        var commonBefore = 0;
        var behind = 0;
        for (var rule : inForce) {
            if (rule.company() == null) {
                commonBefore++;
            } else if (!companies.contains(rule.company())) {
                behind = Math.max(behind, placeBehind(commonBefore, merged));
                merged.add(behind++, rule);
            }
        }
        return merged;
    }

    private static int placeBehind(int common, List<AssignmentRule> rules) {
        var seen = 0;
        for (var place = 0; place < rules.size(); place++) {
            if (seen == common) {
                return place;
            }
            seen += rules.get(place).company() == null ? 1 : 0;
        }
        return rules.size();
    }

    private static void refuseOutdated(AssignmentRules before, @Nullable Integer expected) {
        if (expected != null && expected != before.version()) {
            throw Problem.outdated(
                    "strategy.problem.outdated",
                    Objects.requireNonNullElse(before.savedBy(), "Encours"),
                    String.valueOf(before.version()),
                    String.valueOf(expected));
        }
    }

    private List<AssignmentRule> visible(Scope scope, List<AssignmentRule> rules) {
        var codes = companies.within(scope).stream().map(Company::code).toList();
        return rules.stream()
                .filter(rule -> rule.company() == null || codes.contains(rule.company()))
                .toList();
    }
}
