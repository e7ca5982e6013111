package io.encours.worklist.api;

import io.encours.company.Companies;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.strategy.OverdueWatch;
import io.encours.worklist.PlanningRuns;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/planning-runs")
class PlanningRunResource {

    /// @param date of the amounts overdue that assignment rules ask for; the plan itself depends on facts only
    /// (decisions
    ///     0005, 0021)
    record Order(@Nullable String company, @Nullable LocalDate date) {}

    record Run(LocalDate date, int planned, int changed, int unchanged, int removed) {}

    private final PlanningRuns planning;
    private final Companies companies;
    private final BusinessDate businessDate;
    private final OverdueWatch overdue;

    PlanningRunResource(PlanningRuns planning, Companies companies, BusinessDate businessDate, OverdueWatch overdue) {
        this.planning = planning;
        this.companies = companies;
        this.businessDate = businessDate;
        this.overdue = overdue;
    }

    @PostMapping
    Run run(SignedIn user, Scope scope, @RequestBody Order order) {
        // Its counts are those of everybody's customers.
        if (scope.portfolio() != Scope.Portfolio.EVERYONE || !mayPlan(user)) {
            throw Problem.forbidden("worklist.problem.noPlanning");
        }
        if (order.company == null) {
            throw Problem.invalid("company", "worklist.problem.companyMissing");
        }
        var company = companies.get(scope, order.company);
        var date = order.date == null ? businessDate.today(company.zone()) : order.date;
        overdue.look(company.id(), date);
        var counts = planning.planDirty(company.id());
        return new Run(date, counts.planned(), counts.changed(), counts.unchanged(), counts.removed());
    }

    static boolean mayPlan(SignedIn user) {
        return user.administers()
                || user.role() == Role.CREDIT_MANAGER
                || user.collectionsRole() == CollectionsRole.MANAGER;
    }
}
