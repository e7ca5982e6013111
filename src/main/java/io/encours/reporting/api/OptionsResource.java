package io.encours.reporting.api;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.prediction.PredictionOptions;
import io.encours.reporting.ReportOptions;
import io.encours.reporting.ReportSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// *Options avancées* (D1, D3, R4): how the figures of a company are computed. Changed by administrators.
@RestController
@RequestMapping("/api/v1/companies/{code}/figures-options")
class OptionsResource {

    /// What is null keeps its value.
    ///
    /// @param averagePaymentDelayReference INVOICE_DATE or DUE_DATE
    /// @param buckets last day of each bucket of the aged balance, ascending
    /// @param dsoMethod BALANCE or COUNT_BACK
    /// @param dsoDays of turnover, for the balance method
    record Options(
            @Nullable String averagePaymentDelayReference,
            @Nullable List<Integer> buckets,
            @Nullable String dsoMethod,
            @Nullable Integer dsoDays) {}

    private final ReportSettings settings;
    private final PredictionOptions prediction;
    private final Companies companies;

    OptionsResource(ReportSettings settings, PredictionOptions prediction, Companies companies) {
        this.settings = settings;
        this.prediction = prediction;
        this.companies = companies;
    }

    @GetMapping
    Options show(SignedIn user, @PathVariable String code) {
        var company = companies.get(user, code).id();
        var options = settings.of(company);
        return new Options(
                prediction.reference(company).name(),
                options.buckets().edges(),
                options.dsoMethod().name(),
                options.dsoDays());
    }

    @PutMapping
    @Transactional
    public Options put(SignedIn user, @PathVariable String code, @RequestBody Options options) {
        prediction.put(user, code, options.averagePaymentDelayReference());
        settings.put(user, code, new ReportOptions.Draft(options.buckets(), options.dsoMethod(), options.dsoDays()));
        return show(user, code);
    }
}
