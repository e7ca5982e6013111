package io.encours.strategy;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Strategies: reading them, and replacing one as a whole. A customer follows its own, else the default of its company,
/// else the common default (decision 0005).
@Service
public class Strategies {

    /// @param created it did not exist before
    public record Put(Strategy strategy, boolean created) {}

    private final StrategyStore store;
    private final Companies companies;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Strategies(StrategyStore store, Companies companies, ApplicationEventPublisher events, Audit audit) {
        this.store = store;
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

    /// Creates or replaces a strategy; the customers concerned are planned anew at once. Putting it again as it is
    /// changes nothing, not even its version.
    ///
    /// @throws Problem forbidden, conflict when another company has the code, invalid with every wrong field
    @Transactional
    public Put put(SignedIn user, Scope scope, String code, StrategyDraft draft) {
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
        if (before.isPresent() && before.get().equals(wanted)) {
            return new Put(wanted, false);
        }
        store.write(wanted, companyId);
        events.publishEvent(change(before, wanted, companyId));
        var after = store.find(code).orElseThrow();
        audit.record(user, AuditKind.STRATEGY, code, after.label(), before.orElse(null), after);
        return new Put(after, before.isEmpty());
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
        var concernsDefault =
                after.isDefault() || before.map(Strategy::isDefault).orElse(false);
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
