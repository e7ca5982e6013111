package io.encours.reporting.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.reporting.CollectionTarget.Entered;
import io.encours.reporting.CollectionTargets;
import io.encours.reporting.CollectionTargets.Draft;
import io.encours.reporting.Effectiveness;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.Reports;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is to be collected in a month, of a company and of each collector (R1); for managers.
@RestController
@RequestMapping("/api/v1/companies/{code}/collection-targets/{month}")
class TargetResource {

    /// @param amount entered; null: none, the computed one counts
    /// @param computed known to be collected when the month began
    record Target(
            @Nullable String amount,
            String computed,
            @Nullable String enteredBy,
            @Nullable Instant enteredAt) {}

    record OfCollector(String agent, String name, Target target) {}

    record Answer(YearMonth month, String currency, Target company, List<OfCollector> collectors) {}

    private final CollectionTargets targets;
    private final Reports reports;

    TargetResource(CollectionTargets targets, Reports reports) {
        this.targets = targets;
        this.reports = reports;
    }

    @GetMapping
    Answer get(SignedIn user, Scope scope, @PathVariable String code, @PathVariable YearMonth month) {
        if (!targets.mayEnter(user)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var report =
                (Effectiveness) reports.of(scope, ReportName.COLLECTION_EFFECTIVENESS, ReportQuery.of(code, month));
        return new Answer(
                month,
                report.currency(),
                target(report.target().entered(), report.target().computed()),
                report.collectors().stream()
                        .filter(collector -> !collector.agent().isEmpty())
                        .map(collector -> new OfCollector(
                                collector.agent(),
                                collector.name(),
                                target(
                                        collector.target().entered(),
                                        collector.target().computed())))
                        .toList());
    }

    /// All targets of the month: what is not there is no longer entered.
    @PutMapping
    Answer put(
            SignedIn user,
            Scope scope,
            @PathVariable String code,
            @PathVariable YearMonth month,
            @RequestBody Draft draft) {
        targets.put(user, code, month, draft);
        return get(user, scope, code, month);
    }

    private static Target target(List<Entered> said, BigDecimal computed) {
        return said.isEmpty()
                ? new Target(null, computed.toPlainString(), null, null)
                : new Target(
                        said.getFirst().amount().toPlainString(),
                        computed.toPlainString(),
                        said.getFirst().by(),
                        said.getFirst().at());
    }
}
