package io.encours.receivable.interest;

import io.encours.company.Absences;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;

/// Who decides about claims. Waiving and changing terms is for managers of collections and administrators; invoicing
/// also for those who keep the books.
public final class ClaimRights {

    private ClaimRights() {}

    public static boolean mayLead(SignedIn user) {
        return Absences.mayPlan(user);
    }

    public static boolean mayInvoice(SignedIn user) {
        return mayLead(user)
                || switch (user.role()) {
                    case ADMINISTRATOR, CREDIT_MANAGER, ACCOUNTANT -> true;
                    case COLLECTOR, SALES, ORDER_ADMINISTRATION, EXECUTIVE, GUEST -> false;
                };
    }

    static void require(boolean may) {
        if (!may) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
    }
}
