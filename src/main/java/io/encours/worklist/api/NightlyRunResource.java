package io.encours.worklist.api;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.worklist.NightlyRuns;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Does at once what the night does.
@RestController
@RequestMapping("/api/v1/nightly-runs")
class NightlyRunResource {

    /// @param date business day; null: today
    record Order(@Nullable String company, @Nullable LocalDate date) {}

    private final NightlyRuns runs;
    private final Companies companies;
    private final BusinessDate businessDate;

    NightlyRunResource(NightlyRuns runs, Companies companies, BusinessDate businessDate) {
        this.runs = runs;
        this.companies = companies;
        this.businessDate = businessDate;
    }

    @PostMapping
    Map<String, Object> run(SignedIn user, Scope scope, @RequestBody Order order) {
        if (!scope.seesEveryone() || !PlanningRunResource.mayPlan(user)) {
            throw Problem.forbidden("worklist.problem.noPlanning");
        }
        if (order.company == null) {
            throw Problem.invalid("company", "worklist.problem.companyMissing");
        }
        var company = companies.get(scope, order.company);
        var date = order.date == null ? businessDate.today(company.zone()) : order.date;
        var answer = new LinkedHashMap<String, Object>();
        answer.put("company", company.code());
        answer.put("date", date);
        answer.putAll(runs.run(company, date));
        return answer;
    }
}
