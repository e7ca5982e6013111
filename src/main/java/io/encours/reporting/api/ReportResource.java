package io.encours.reporting.api;

import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.Reports;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The reports: figures with amounts, days and rates as decimal strings.
@RestController
@RequestMapping("/api/v1/reports")
class ReportResource {

    private final Reports reports;
    private final Figures figures;

    ReportResource(Reports reports, Figures figures) {
        this.reports = reports;
        this.figures = figures;
    }

    @GetMapping("/{name}")
    @Operation(summary = "A report by its name, aged-balance, dso, average-payment-delay and so on, as of a day")
    ResponseEntity<byte[]> show(
            Scope scope, @PathVariable String name, @ParameterObject @ModelAttribute ReportQuery query) {
        var report = ReportName.of(name).orElseThrow(() -> Problem.notFound("reporting.problem.unknown", name));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(figures.json(reports.of(scope, report, query)));
    }
}
