package io.encours.company.api;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Slice;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The companies of the caller; made and changed by administrators only (`AccessRules`).
@RestController
@RequestMapping("/api/v1/companies")
class CompanyResource {

    record CompanyView(
            String code,
            String name,
            @Nullable String siren,
            String currency,
            String country,
            @Nullable String parent,
            String paymentTerms,
            String timeZone) {

        static CompanyView of(Company company) {
            return new CompanyView(
                    company.code(),
                    company.name(),
                    company.siren(),
                    company.currency(),
                    company.country(),
                    company.parent(),
                    company.paymentTerms(),
                    company.zone().getId());
        }
    }

    record CompanyDraft(
            @Nullable String code,
            @Nullable String name,
            @Nullable String siren,
            @Nullable String currency,
            @Nullable String country,
            @Nullable String parent,
            @Nullable String paymentTerms) {

        Companies.Details details(@Nullable String codeOfPath) {
            return new Companies.Details(
                    Objects.requireNonNullElse(codeOfPath, Objects.requireNonNullElse(code, "")),
                    Objects.requireNonNullElse(name, ""),
                    siren,
                    currency,
                    country,
                    parent,
                    paymentTerms);
        }
    }

    private final Companies companies;

    CompanyResource(Companies companies) {
        this.companies = companies;
    }

    @GetMapping
    Slice<CompanyView> list(SignedIn user, Paging paging) {
        var part = companies.list(user, paging);
        return new Slice<>(part.items().stream().map(CompanyView::of).toList(), part.next());
    }

    @GetMapping("/{code}")
    CompanyView get(SignedIn user, @PathVariable String code) {
        return CompanyView.of(companies.get(user, code));
    }

    @PostMapping
    ResponseEntity<CompanyView> create(@RequestBody CompanyDraft draft) {
        var company = CompanyView.of(companies.create(draft.details(null)));
        return ResponseEntity.created(URI.create("/api/v1/companies/" + company.code()))
                .body(company);
    }

    @PutMapping("/{code}")
    CompanyView change(SignedIn user, @PathVariable String code, @RequestBody CompanyDraft draft) {
        if (draft.code() != null && !draft.code().strip().equals(code)) {
            throw Problem.invalid("code", "company.problem.codeDiffers");
        }
        return CompanyView.of(companies.change(user, draft.details(code)));
    }
}
