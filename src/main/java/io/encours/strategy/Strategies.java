package io.encours.strategy;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.strategy.Assignments.Followers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Strategies: reading them, and replacing one as a whole. Which one a customer follows is said by `Assignments`.
@Service
public class Strategies {

    /// @param created it did not exist before
    public record Put(Strategy strategy, boolean created) {}

    /// When a version was saved, by whom (nobody: Encours itself) and why.
    public record Saved(Instant at, Optional<String> by, String comment) {}

    /// @param definition the strategy as it was in this version
    public record Version(Strategy definition, Saved saved) {}

    /// @param followers customers that follow it, by ground
    /// @param saved its last version
    public record Listed(Strategy strategy, List<Followers> followers, Optional<Saved> saved) {

        public int customers() {
            return followers.stream().mapToInt(Followers::customers).sum();
        }
    }

    private final StrategyStore store;
    private final StrategyVersions versions;
    private final FollowerStore followers;
    private final Companies companies;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Strategies(
            StrategyStore store,
            StrategyVersions versions,
            FollowerStore followers,
            Companies companies,
            ApplicationEventPublisher events,
            Audit audit) {
        this.store = store;
        this.versions = versions;
        this.followers = followers;
        this.companies = companies;
        this.events = events;
        this.audit = audit;
    }

    /// The common ones and those of the companies of the scope, by code.
    public List<Strategy> within(Scope scope) {
        return store.within(scope);
    }

    /// @throws Problem not found, also when it is of a company outside of the scope
    public Strategy get(Scope scope, String code) {
        return store.find(code)
                .filter(strategy -> covers(scope, strategy))
                .orElseThrow(() -> Problem.notFound("strategy.problem.unknown", code));
    }

    /// Whatever the scope: for what was planned by it.
    public Optional<Strategy> byId(long id) {
        return store.find(id);
    }

    public static boolean mayWrite(SignedIn user) {
        return user.administers() || user.role() == Role.CREDIT_MANAGER;
    }

    /// The strategies of the scope with what a list says about them.
    public List<Listed> list(Scope scope) {
        var following = followers.count(scope);
        var latest = versions.latest();
        return store.within(scope).stream()
                .map(strategy -> new Listed(
                        strategy,
                        following.stream()
                                .filter(one -> one.strategyId() == strategy.id())
                                .toList(),
                        Optional.ofNullable(latest.get(strategy.id()))))
                .toList();
    }

    /// Customers within the scope that follow this strategy.
    public int followers(Scope scope, Strategy strategy) {
        return followers.count(scope).stream()
                .filter(one -> one.strategyId() == strategy.id())
                .mapToInt(Followers::customers)
                .sum();
    }

    /// All versions of a strategy, the latest first.
    ///
    /// @throws Problem as `get`
    public List<Version> versions(Scope scope, String code) {
        return versions.of(get(scope, code));
    }

    /// @throws Problem not found, also when there never was such a version
    public Version version(Scope scope, String code, int number) {
        return versions(scope, code).stream()
                .filter(version -> version.definition().version() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("strategy.problem.unknownVersion", String.valueOf(number)));
    }

    /// Creates or replaces a strategy whatever version is in force, see below.
    @Transactional
    public Put put(SignedIn user, Scope scope, String code, StrategyDraft draft) {
        return put(user, scope, code, draft, null);
    }

    /// Creates or replaces a strategy; the customers concerned are planned anew at once. Putting it again as it is
    /// changes nothing, not even its version.
    ///
    /// @param expected version that the author has read; 0: there was none; null: whatever it is now
    /// @throws Problem forbidden, conflict when another company has the code, outdated when somebody else was
    ///     quicker, invalid with every wrong field
    @Transactional
    public Put put(SignedIn user, Scope scope, String code, StrategyDraft draft, @Nullable Integer expected) {
        var change = read(user, scope, code, draft);
        refuseOutdated(change.before, expected);
        var wanted = change.wanted;
        if (change.before.isPresent() && change.before.get().equals(wanted)) {
            return new Put(wanted, false);
        }
        var comment = Objects.requireNonNullElse(DraftReader.text(draft.comment()), "");
        versions.keep(store.write(wanted, change.companyId), user.id(), comment);
        events.publishEvent(told(change));
        var after = store.find(code).orElseThrow();
        audit.record(user, AuditKind.STRATEGY, code, after.label(), change.before.orElse(null), after);
        return new Put(after, change.before.isEmpty());
    }

    /// Writes it as `put` does, but nobody is told: to see what would be, in a transaction that is rolled back.
    ///
    /// @return whom it would have been told about
    /// @throws Problem as `put`
    @Transactional(propagation = Propagation.MANDATORY)
    public StrategyChanged suppose(SignedIn user, Scope scope, String code, StrategyDraft draft) {
        var change = read(user, scope, code, draft);
        store.write(change.wanted, change.companyId);
        return told(change);
    }

    /// The strategy that `put` would write.
    ///
    /// @throws Problem as `put`
    @Transactional
    public Strategy wanted(SignedIn user, Scope scope, String code, StrategyDraft draft) {
        return read(user, scope, code, draft).wanted;
    }

    /// Everything that `put` would refuse, without writing.
    ///
    /// @throws Problem as `put`
    @Transactional
    public void check(SignedIn user, Scope scope, String code, StrategyDraft draft, @Nullable Integer expected) {
        refuseOutdated(read(user, scope, code, draft).before, expected);
    }

    /// @param wanted with the version in force before
    private record Change(
            Optional<Strategy> before,
            Strategy wanted,
            @Nullable Long companyId) {}

    private Change read(SignedIn user, Scope scope, String code, StrategyDraft draft) {
        if (!mayWrite(user)) {
            throw Problem.forbidden("strategy.problem.readOnly");
        }
        var label = Objects.requireNonNullElse(DraftReader.text(draft.label()), code);
        var actions = DraftReader.read(code, label, draft);
        var company = DraftReader.text(draft.company());
        var companyId = companyId(scope, company);
        store.lock(code);
        var before = store.find(code);
        if (before.isPresent() && !covers(scope, before.get())) {
            throw Problem.conflict("strategy.problem.codeTaken", code);
        }
        var isDefault = Objects.requireNonNullElse(
                draft.isDefault(), before.map(Strategy::isDefault).orElse(false));
        var wanted = new Strategy(
                before.map(Strategy::id).orElse(0L),
                code,
                label,
                company,
                isDefault,
                before.map(Strategy::version).orElse(0),
                store.asStored(actions));
        return new Change(before, wanted, companyId);
    }

    private void refuseOutdated(Optional<Strategy> before, @Nullable Integer expected) {
        var version = before.map(Strategy::version).orElse(0);
        if (expected == null || expected.equals(version)) {
            return;
        }
        if (before.isEmpty()) {
            throw Problem.outdated("strategy.problem.gone");
        }
        if (expected == 0) {
            throw Problem.outdated("strategy.problem.codeExists", before.get().code());
        }
        var author = Optional.ofNullable(versions.latest().get(before.get().id()))
                .flatMap(Saved::by)
                .orElse("Encours");
        throw Problem.outdated("strategy.problem.outdated", author, String.valueOf(version), String.valueOf(expected));
    }

    private StrategyChanged told(Change change) {
        return change(change.before, change.wanted, change.companyId);
    }

    private StrategyChanged change(Optional<Strategy> before, Strategy after, @Nullable Long companyId) {
        var concerned = new TreeSet<Long>();
        if (companyId == null
                || before.filter(strategy -> strategy.company() == null).isPresent()) {
            concerned.addAll(companies.allIds());
        } else {
            concerned.add(companyId);
            before.flatMap(strategy -> companies.find(Objects.requireNonNull(strategy.company())))
                    .ifPresent(company -> concerned.add(company.id()));
        }
        // Whether a rule holds depends on a strategy only where it says for whom it is.
        var isForOthersNow = before.filter(strategy -> !Objects.equals(strategy.company(), after.company()))
                .isPresent();
        var concernsDefault = after.isDefault()
                || before.map(Strategy::isDefault).orElse(false)
                || (isForOthersNow && store.isNamedByARule(after.code()));
        return new StrategyChanged(after.code(), concernsDefault, concerned);
    }

    private @Nullable Long companyId(Scope scope, @Nullable String code) {
        return code == null
                ? null
                : (Long) companies
                        .find(code)
                        .filter(company -> scope.companies().contains(company.id()))
                        .orElseThrow(() -> Problem.invalid("company", "strategy.problem.unknownCompany", code))
                        .id();
    }

    private boolean covers(Scope scope, Strategy strategy) {
        return strategy.company() == null
                || companies
                        .find(strategy.company())
                        .filter(company -> scope.companies().contains(company.id()))
                        .isPresent();
    }
}
