package io.encours.receivable.api;

import io.encours.company.Companies;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Scope;
import io.encours.receivable.interest.CompanyTerms;
import io.encours.receivable.interest.CustomerTerms;
import io.encours.receivable.interest.InterestRates;
import io.encours.receivable.interest.InterestSettings;
import io.encours.receivable.interest.InterestSettings.CompanyDraft;
import io.encours.receivable.interest.InterestSettings.CustomerDraft;
import io.encours.receivable.interest.ReferenceRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What late payment costs: published rates, terms of a company, terms of a customer.
@RestController
@RequestMapping("/api/v1")
class InterestTermsResource {

    private final InterestRates rates;
    private final InterestSettings settings;
    private final Companies companies;
    private final Customers customers;
    private final BusinessDate businessDate;

    InterestTermsResource(
            InterestRates rates,
            InterestSettings settings,
            Companies companies,
            Customers customers,
            BusinessDate businessDate) {
        this.rates = rates;
        this.settings = settings;
        this.companies = companies;
        this.customers = customers;
        this.businessDate = businessDate;
    }

    /// @param semester `2026-H1`
    record Rate(String kind, String semester, String percent, String source) {

        static Rate of(ReferenceRate rate) {
            return new Rate(
                    rate.kind().name(),
                    rate.semester().toString(),
                    rate.percent().toPlainString(),
                    rate.source());
        }
    }

    /// @param missing kinds not known yet for the half-year of today
    record RateList(List<Rate> items, @Nullable String next, List<String> missing) {}

    record RateDraft(@Nullable String percent, @Nullable String source) {}

    /// @param rate STATUTORY, CONTRACTUAL or NONE
    record CompanyTermsView(
            String rate,
            @Nullable String percent,
            String dayBase,
            String imputation,
            boolean indemnity,
            boolean waiving) {

        static CompanyTermsView of(CompanyTerms terms) {
            return new CompanyTermsView(
                    terms.rate().name(),
                    plain(terms.percent()),
                    terms.dayBase().name(),
                    terms.imputation().name(),
                    terms.indemnity(),
                    terms.waiving());
        }
    }

    /// @param debtor PROFESSIONAL, CONSUMER or PUBLIC_BODY
    /// @param rate null: the company's
    record CustomerTermsView(
            String debtor,
            @Nullable String rate,
            @Nullable String percent,
            @Nullable LocalDate insolvencyOn) {

        static CustomerTermsView of(CustomerTerms terms) {
            return new CustomerTermsView(
                    terms.debtor().name(),
                    terms.rate() == null ? null : terms.rate().name(),
                    plain(terms.percent()),
                    terms.insolvencyOn());
        }
    }

    /// The latest first; few enough for one answer.
    @GetMapping("/interest/rates")
    RateList rates() {
        return new RateList(
                rates.list().stream().map(Rate::of).toList(),
                null,
                rates.missing(businessDate.today()).stream().map(Enum::name).toList());
    }

    @PutMapping("/interest/rates/{kind}/{semester}")
    Rate put(SignedIn user, @PathVariable String kind, @PathVariable String semester, @RequestBody RateDraft draft) {
        return Rate.of(rates.put(user, new InterestRates.Draft(kind, semester, draft.percent(), draft.source())));
    }

    @GetMapping("/companies/{code}/interest-terms")
    CompanyTermsView ofCompany(SignedIn user, @PathVariable String code) {
        return CompanyTermsView.of(settings.ofCompany(companies.get(user, code).id()));
    }

    @PutMapping("/companies/{code}/interest-terms")
    CompanyTermsView put(SignedIn user, @PathVariable String code, @RequestBody CompanyDraft draft) {
        return CompanyTermsView.of(settings.put(user, code, draft));
    }

    @GetMapping("/customers/{company}/{code}/interest/terms")
    CustomerTermsView ofCustomer(Scope scope, @PathVariable String company, @PathVariable String code) {
        return CustomerTermsView.of(
                settings.ofCustomer(customers.get(scope, company, code).id()));
    }

    @PutMapping("/customers/{company}/{code}/interest/terms")
    CustomerTermsView put(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody CustomerDraft draft) {
        return CustomerTermsView.of(settings.put(user, scope, company, code, draft));
    }

    private static @Nullable String plain(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.toPlainString();
    }
}
