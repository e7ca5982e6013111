package io.encours.platform;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What a caller may see: these companies, and in them every customer, only the caller's own, or none (S2, K2).
///
/// Every query of a list takes a `Scope`; forgetting it does not compile. Made by `company.Scopes` from the signed-in
/// user, never by a controller.
///
/// @param userId who asks
/// @param companies ids of the companies, already narrowed to the one chosen on the page when there is one
/// @param portfolio which customers of these companies
public record Scope(long userId, Set<Long> companies, Portfolio portfolio) {

    public enum Portfolio {
        /// Every customer of the companies.
        EVERYONE,
        /// Only customers whose agent is the caller.
        OWN,
        /// No customer at all.
        NOBODY
    }

    public Scope {
        companies = portfolio == Portfolio.NOBODY ? Set.of() : Set.copyOf(companies);
    }

    /// The same, in one company only; empty when the caller does not work for it.
    public Scope in(long companyId) {
        return new Scope(userId, companies.contains(companyId) ? Set.of(companyId) : Set.of(), portfolio);
    }

    /// For jOOQ: rows with this company and this agent are within the scope.
    public Condition covers(Field<Long> companyId, Field<@Nullable Long> agentId) {
        var inCompanies = companyId.in(companies);
        return portfolio == Portfolio.OWN ? inCompanies.and(agentId.eq(DSL.inline(userId))) : inCompanies;
    }

    /// For one row already read.
    public boolean covers(long companyId, @Nullable Long agentId) {
        return companies.contains(companyId)
                && switch (portfolio) {
                    case EVERYONE -> true;
                    case OWN -> agentId != null && agentId == userId;
                    case NOBODY -> false;
                };
    }

    /// For plain SQL: `company_id = any (?)`.
    public Long[] companyArray() {
        return companies.toArray(Long[]::new);
    }

    /// For plain SQL: `(? is null or agent_id = ?)`; null when all agents are seen.
    public @Nullable Long onlyAgent() {
        return portfolio == Portfolio.OWN ? (Long) userId : null;
    }
}
