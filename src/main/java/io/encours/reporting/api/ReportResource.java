package io.encours.reporting.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.Reports;
import io.encours.reporting.export.Format;
import io.encours.reporting.export.ReportExports;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The reports: figures with amounts, days and rates as decimal strings, or files.
@RestController
@RequestMapping("/api/v1/reports")
class ReportResource {

    private static final String JSON = "json";

    private final Reports reports;
    private final ReportExports exports;
    private final Figures figures;

    ReportResource(Reports reports, ReportExports exports, Figures figures) {
        this.reports = reports;
        this.exports = exports;
        this.figures = figures;
    }

    /// @param format json, csv, xlsx or pdf; missing: what `Accept` asks for, else json
    @GetMapping("/{name}")
    @Operation(summary = "A report by its name, aged-balance, dso, average-payment-delay and so on, as of a day")
    void show(
            SignedIn user,
            Scope scope,
            @PathVariable String name,
            @ParameterObject @ModelAttribute Asked asked,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            HttpServletResponse response)
            throws IOException {
        var report = ReportName.of(name).orElseThrow(() -> Problem.notFound("reporting.problem.unknown", name));
        var query = asked.query();
        var file = file(format, accept);
        if (file.isPresent()) {
            send(scope, report, query, file.get(), user.locale(), response);
            return;
        }
        var json = figures.json(reports.of(scope, report, query));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json);
    }

    private void send(
            Scope scope,
            ReportName report,
            ReportQuery query,
            Format format,
            Locale locale,
            HttpServletResponse response) {
        exports.write(scope, report, query, format, locale, () -> {
            response.setContentType(format.mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s.%s\"".formatted(report.path(), format.extension()));
            return response.getOutputStream();
        });
    }

    /// Empty: JSON.
    private static Optional<Format> file(@Nullable String format, String accept) {
        if (format == null || format.isBlank()) {
            return Arrays.stream(Format.values())
                    .filter(one -> accept.contains(one.mediaType().split(";", -1)[0]))
                    .findFirst();
        }
        var wanted = format.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals(JSON)) {
            return Optional.empty();
        }
        return Optional.of(Format.of(wanted).orElseThrow(() -> Problem.unreadable("reporting.problem.format")));
    }
}
