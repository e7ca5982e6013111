package io.encours.company;

import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.identity.Users.User;
import io.encours.platform.BusinessDate;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Absences of agents and who stands in (S2). Whoever stands in has, on these days, the absent person's customers in
/// their `Scope`, in the companies they work for; not those whom the absent person stands in for.
@Service
public class Absences {

    /// What a caller says of a new absence; checked here.
    public record Draft(
            @Nullable String agent,
            @Nullable String cover,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final AbsenceStore store;
    private final Users users;
    private final Companies companies;
    private final Audit audit;
    private final BusinessDate businessDate;

    Absences(AbsenceStore store, Users users, Companies companies, Audit audit, BusinessDate businessDate) {
        this.store = store;
        this.users = users;
        this.companies = companies;
        this.audit = audit;
        this.businessDate = businessDate;
    }

    public static boolean mayPlan(SignedIn user) {
        return user.administers()
                || (user.collectionsRole() == CollectionsRole.MANAGER
                        && user.role() != Role.EXECUTIVE
                        && user.role() != Role.GUEST);
    }

    /// Those of agents of the scope's companies that are not over, the first to begin first.
    public List<Absence> list(Scope scope) {
        var people = agents(scope).stream().map(User::id).collect(Collectors.toSet());
        return store.notOver(people, businessDate.today());
    }

    /// Those the user stands in for today.
    public List<Absence> coveredBy(SignedIn user) {
        return store.coveredBy(user.id(), businessDate.today());
    }

    /// Ids of the agents the user stands in for today.
    Set<Long> agentsCoveredBy(long userId) {
        return store.agentsCoveredBy(userId, businessDate.today());
    }

    /// Active people with a role in collections who work for a company of the scope, by name.
    public List<User> agents(Scope scope) {
        var working = companies.peopleOf(scope.companies());
        return users.collectors().stream()
                .filter(user -> user.role() == Role.ADMINISTRATOR || working.contains(user.id()))
                .toList();
    }

    /// @throws Problem forbidden; refused when a value is wrong, the agent is away already, or who stands in does not
    ///     work for all companies of the agent
    @Transactional
    public Absence create(SignedIn by, Scope scope, Draft draft) {
        requireManager(by);
        var checks = new Checks();
        var agent = person("agent", draft.agent(), scope, checks);
        var cover = person("cover", draft.cover(), scope, checks);
        var from = draft.from();
        var to = draft.to();
        checks.that(from != null, "from", "platform.problem.required");
        checks.that(to != null, "to", "platform.problem.required");
        if (from != null && to != null) {
            checks.that(!to.isBefore(from), "to", "company.problem.absenceOrder");
            checks.that(!to.isBefore(businessDate.today()), "to", "company.problem.absenceOver");
        }
        if (agent != null && cover != null) {
            checks.that(agent.id() != cover.id(), "cover", "company.problem.absenceSelf");
            var missing = missing(agent, cover);
            checks.that(missing.isEmpty(), "cover", "company.problem.absenceCompanies", String.join(", ", missing));
        }
        checks.orRefuse();
        var away = Objects.requireNonNull(agent);
        var first = Objects.requireNonNull(from);
        var last = Objects.requireNonNull(to);
        store.lock(away.id());
        if (store.isAway(away.id(), first, last)) {
            throw Problem.invalid("from", "company.problem.absenceTwice", away.name());
        }
        var id = store.insert(away.id(), Objects.requireNonNull(cover).id(), first, last, by.id());
        var absence = store.find(id).orElseThrow();
        audit.record(by, AuditKind.ABSENCE, absence.agent(), absence.agentName(), null, facts(absence));
        return absence;
    }

    /// The absence ends at once, or never begins.
    ///
    /// @throws Problem forbidden; not found, also when it is of somebody outside of the scope
    @Transactional
    public void cancel(SignedIn by, Scope scope, long id) {
        requireManager(by);
        var absence = list(scope).stream()
                .filter(found -> found.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("company.problem.absenceUnknown"));
        store.cancel(id);
        audit.record(by, AuditKind.ABSENCE, absence.agent(), absence.agentName(), facts(absence), null);
    }

    private static void requireManager(SignedIn user) {
        if (!mayPlan(user)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
    }

    private @Nullable User person(String field, @Nullable String login, Scope scope, Checks checks) {
        var text = checks.required(field, login, 200);
        if (text.isEmpty()) {
            return null;
        }
        var found = agents(scope).stream()
                .filter(user -> user.login().equalsIgnoreCase(text))
                .findFirst();
        checks.that(found.isPresent(), field, "company.problem.noAgent", text);
        return found.orElse(null);
    }

    /// Codes of the agent's companies that who stands in does not work for.
    private List<String> missing(User agent, User cover) {
        if (cover.role() == Role.ADMINISTRATOR) {
            return List.of();
        }
        var codes = companies.codesOf(List.of(agent.id(), cover.id()));
        var missing = new HashSet<>(codes.getOrDefault(agent.id(), List.of()));
        missing.removeAll(codes.getOrDefault(cover.id(), List.of()));
        return missing.stream().sorted().toList();
    }

    private static Map<String, Object> facts(Absence absence) {
        return Map.of("cover", absence.coverName(), "from", absence.from(), "to", absence.to());
    }
}
