package io.encours.customer;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static org.jooq.impl.DSL.select;

import io.encours.company.Absences;
import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.identity.Users.User;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who collects from which customers, changed for many at a time (S2): one statement, and their plan follows in the
/// same
/// transaction.
@Service
public class Portfolios {

    /// In place of a login: customers nobody collects from.
    public static final String NOBODY = "-";

    /// Which customers of a company; null: not narrowed.
    ///
    /// @param company code
    /// @param from login of their agent, or `NOBODY`
    /// @param letter the first of their name, accents aside
    /// @param codes exactly these
    public record Selection(
            String company,
            @Nullable String from,
            @Nullable String group,
            @Nullable String letter,
            @Nullable List<String> codes) {}

    private final DSLContext db;
    private final Companies companies;
    private final Absences absences;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Portfolios(DSLContext db, Companies companies, Absences absences, ApplicationEventPublisher events, Audit audit) {
        this.db = db;
        this.companies = companies;
        this.absences = absences;
        this.events = events;
        this.audit = audit;
    }

    /// The customers of the selection that are within the scope, as a condition on `customer.customer`.
    public Condition condition(Scope scope, Selection selection) {
        var company = companies.get(scope, selection.company());
        var conditions = new ArrayList<Condition>();
        conditions.add(scope.in(company.id()).covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID));
        var from = selection.from();
        if (NOBODY.equals(from)) {
            conditions.add(CUSTOMER_.AGENT_ID.isNull());
        } else if (from != null && !from.isBlank()) {
            conditions.add(CUSTOMER_.AGENT_ID.eq(
                    select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(from.toLowerCase(Locale.ROOT)))));
        }
        if (selection.group() != null && !selection.group().isBlank()) {
            conditions.add(CUSTOMER_.CUSTOMER_GROUP.eq(selection.group()));
        }
        if (selection.letter() != null && !selection.letter().isBlank()) {
            conditions.add(CUSTOMER_.SEARCH_KEY.startsWith(
                    SearchKey.of(selection.letter()).substring(0, 1)));
        }
        if (selection.codes() != null) {
            conditions.add(CUSTOMER_.CODE.eq(DSL.any(selection.codes().toArray(String[]::new))));
        }
        return DSL.and(conditions);
    }

    /// Groups that customers of the scope belong to, by name.
    public List<String> groups(Scope scope) {
        return db.selectDistinct(CUSTOMER_.CUSTOMER_GROUP)
                .from(CUSTOMER_)
                .where(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID), CUSTOMER_.CUSTOMER_GROUP.isNotNull())
                .orderBy(CUSTOMER_.CUSTOMER_GROUP)
                .fetch(CUSTOMER_.CUSTOMER_GROUP);
    }

    /// People who may be given customers of the company, by name.
    public List<User> agents(Scope scope, String company) {
        return absences.agents(scope.in(companies.get(scope, company).id()));
    }

    /// How many customers would be given to another agent.
    ///
    /// @throws Problem as `reassign`
    public int count(SignedIn by, Scope scope, Selection selection, @Nullable String to) {
        var agent = target(by, scope, selection, to);
        return db.fetchCount(CUSTOMER_, condition(scope, selection), CUSTOMER_.AGENT_ID.isDistinctFrom(agent.id()));
    }

    /// Gives the customers of the selection to an agent, who sees them and their actions at once.
    ///
    /// @param to login
    /// @return how many had another agent before
    /// @throws Problem forbidden to others than managers; not found outside of the scope; refused when the
    ///     agent does not work for the company
    @Transactional
    public int reassign(SignedIn by, Scope scope, Selection selection, @Nullable String to) {
        var agent = target(by, scope, selection, to);
        var ids = db.update(CUSTOMER_)
                .set(CUSTOMER_.AGENT_ID, agent.id())
                .where(condition(scope, selection), CUSTOMER_.AGENT_ID.isDistinctFrom(agent.id()))
                .returning(CUSTOMER_.ID)
                .fetch(CUSTOMER_.ID);
        if (ids.isEmpty()) {
            return 0;
        }
        events.publishEvent(
                new CustomersChanged(companies.get(scope, selection.company()).id(), ids));
        audit.record(
                by,
                AuditKind.PORTFOLIO,
                selection.company(),
                agent.name(),
                Map.of("agent", Objects.requireNonNullElse(selection.from(), "*")),
                facts(selection, agent, ids.size()));
        return ids.size();
    }

    private User target(SignedIn by, Scope scope, Selection selection, @Nullable String to) {
        if (!Absences.mayPlan(by)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        if (to == null || to.isBlank()) {
            throw Problem.invalid("to", "platform.problem.required");
        }
        return agents(scope, selection.company()).stream()
                .filter(user -> user.login().equalsIgnoreCase(to.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("to", "company.problem.noAgent", to));
    }

    private static Map<String, Object> facts(Selection selection, User agent, int customers) {
        var facts = new HashMap<String, Object>();
        facts.put("agent", agent.login());
        facts.put("customers", customers);
        if (selection.group() != null && !selection.group().isBlank()) {
            facts.put("group", selection.group());
        }
        if (selection.letter() != null && !selection.letter().isBlank()) {
            facts.put("letter", selection.letter());
        }
        if (selection.codes() != null) {
            facts.put("codes", selection.codes());
        }
        return facts;
    }
}
