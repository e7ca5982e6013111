package io.encours.platform;

import java.util.HashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What a caller may see: these companies, and in them every customer, only the caller's own, or none (S2, K2). Who
/// covers
/// an absence has the absent person's customers as their own meanwhile.
///
/// Every query of a list takes a `Scope`; forgetting it does not compile. Made by `company.Scopes` from the signed-in
/// user, never by a controller.
///
/// @param userId who asks
/// @param companies ids of the companies, already narrowed to the one chosen on the page when there is one
/// @param portfolio which customers of these companies
/// @param covered agents the caller stands in for today
public record Scope(long userId, Set<Long> companies, Portfolio portfolio, Set<Long> covered) {

    public enum Portfolio {
        /// Every customer of the companies.
        EVERYONE,
        /// Only customers whose agent is the caller, or someone the caller stands in for.
        OWN,
        /// No customer at all.
        NOBODY
    }

    public Scope {
        companies = portfolio == Portfolio.NOBODY ? Set.of() : Set.copyOf(companies);
        covered = Set.copyOf(covered);
    }

    public Scope(long userId, Set<Long> companies, Portfolio portfolio) {
        this(userId, companies, portfolio, Set.of());
    }

    /// The same, in one company only; empty when the caller does not work for it.
    public Scope in(long companyId) {
        return new Scope(userId, companies.contains(companyId) ? Set.of(companyId) : Set.of(), portfolio, covered);
    }

    /// For jOOQ: rows with this company and this agent are within the scope.
    public Condition covers(Field<Long> companyId, Field<@Nullable Long> agentId) {
        var inCompanies = companyId.in(companies);
        return portfolio == Portfolio.OWN ? inCompanies.and(isOwn(agentId)) : inCompanies;
    }

    /// For one row already read.
    public boolean covers(long companyId, @Nullable Long agentId) {
        return companies.contains(companyId)
                && switch (portfolio) {
                    case EVERYONE -> true;
                    case OWN -> agentId != null && (agentId == userId || covered.contains(agentId));
                    case NOBODY -> false;
                };
    }

    /// What the caller does about a customer of this agent is done for the agent, who is away.
    public boolean standsInFor(@Nullable Long agentId) {
        return agentId != null && agentId != userId && covered.contains(agentId);
    }

    public boolean seesEveryone() {
        return portfolio == Portfolio.EVERYONE;
    }

    /// For plain SQL: `company_id = any (?)`.
    public Long[] companyArray() {
        return companies.toArray(Long[]::new);
    }

    private Condition isOwn(Field<@Nullable Long> agentId) {
        if (covered.isEmpty()) {
            return agentId.eq(DSL.inline(userId));
        }
        var agents = new HashSet<>(covered);
        agents.add(userId);
        return agentId.in(agents.stream().sorted().map(DSL::inline).toList());
    }
}
