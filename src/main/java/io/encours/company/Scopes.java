package io.encours.company;

import io.encours.identity.CollectionsRole;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.Scope.Portfolio;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Makes the scope of a signed-in user. The published matrix (docs/who-sees-what.md): a manager sees every customer of
/// their companies, an agent the own ones and those of whom they stand in for; without a role in collections,
/// administrators, credit managers, accountants
/// and executives see every customer, sales, order administration and guests none.
@Service
public class Scopes {

    private final Companies companies;
    private final Absences absences;

    Scopes(Companies companies, Absences absences) {
        this.companies = companies;
        this.absences = absences;
    }

    public Scope of(SignedIn user) {
        return new Scope(
                user.id(),
                user.administers() ? companies.allIds() : companies.idsOf(user.id()),
                portfolio(user),
                user.collects() ? absences.agentsCoveredBy(user.id()) : Set.of());
    }

    private static Portfolio portfolio(SignedIn user) {
        if (user.collectionsRole() == CollectionsRole.MANAGER) {
            return Portfolio.EVERYONE;
        }
        if (user.collectionsRole() == CollectionsRole.AGENT) {
            return Portfolio.OWN;
        }
        return switch (user.role()) {
            case ADMINISTRATOR, CREDIT_MANAGER, ACCOUNTANT, EXECUTIVE -> Portfolio.EVERYONE;
            case COLLECTOR, SALES, ORDER_ADMINISTRATION, GUEST -> Portfolio.NOBODY;
        };
    }
}
