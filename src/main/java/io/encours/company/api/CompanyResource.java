package io.encours.company.api;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Sites;
import io.encours.company.Sites.Site;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Slice;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
            String timeZone,
            String language,
            String calendar,
            List<String> receivablePrefixes,
            List<String> excludedPrefixes) {

        static CompanyView of(Company company) {
            return new CompanyView(
                    company.code(),
                    company.name(),
                    company.siren(),
                    company.currency(),
                    company.country(),
                    company.parent(),
                    company.paymentTerms(),
                    company.zone().getId(),
                    company.language(),
                    company.calendar(),
                    company.receivablePrefixes(),
                    company.excludedPrefixes());
        }
    }

    record CompanyDraft(
            @Nullable String code,
            @Nullable String name,
            @Nullable String siren,
            @Nullable String currency,
            @Nullable String country,
            @Nullable String parent,
            @Nullable String paymentTerms,
            @Nullable String timeZone,
            @Nullable String language,
            @Nullable String calendar,
            @Nullable List<String> receivablePrefixes,
            @Nullable List<String> excludedPrefixes) {

        Companies.Details details(@Nullable String codeOfPath) {
            return new Companies.Details(
                    Objects.requireNonNullElse(codeOfPath, Objects.requireNonNullElse(code, "")),
                    Objects.requireNonNullElse(name, ""),
                    siren,
                    currency,
                    country,
                    parent,
                    paymentTerms,
                    new Companies.Settings(timeZone, receivablePrefixes, excludedPrefixes, language, calendar));
        }
    }

    private final Companies companies;
    private final Sites sites;

    CompanyResource(Companies companies, Sites sites) {
        this.companies = companies;
        this.sites = sites;
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

    record SiteList(List<Site> items, @Nullable String next) {}

    @GetMapping("/{code}/sites")
    SiteList sites(SignedIn user, @PathVariable String code) {
        return new SiteList(sites.of(user, code), null);
    }

    @PutMapping("/{code}/sites/{site}")
    Site putSite(SignedIn user, @PathVariable String code, @PathVariable String site, @RequestBody Sites.Draft draft) {
        if (draft.code() != null && !draft.code().strip().equals(site)) {
            throw Problem.invalid("code", "company.problem.codeDiffers");
        }
        return sites.put(
                user,
                code,
                new Sites.Draft(
                        site,
                        draft.name(),
                        draft.siret(),
                        draft.address(),
                        draft.postalCode(),
                        draft.city(),
                        draft.country()));
    }

    @DeleteMapping("/{code}/sites/{site}")
    ResponseEntity<Void> removeSite(SignedIn user, @PathVariable String code, @PathVariable String site) {
        sites.remove(user, code, site);
        return ResponseEntity.noContent().build();
    }
}
