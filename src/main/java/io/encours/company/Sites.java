package io.encours.company;

import static encours.db.company.Tables.SITE;

import encours.db.company.tables.records.SiteRecord;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Luhn;
import io.encours.platform.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sites (*établissements*) of a company.
@Service
public class Sites {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    private static final Pattern SIRET = Pattern.compile("\\d{14}");
    private static final int LONGEST = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /// La Poste's numbers of sites do not pass the check.
    private static final String LA_POSTE = "356000000";

    /// @param siret fourteen digits, of which the first nine are the company's SIREN
    public record Site(
            String code,
            String name,
            @Nullable String siret,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city,
            String country) {}

    /// What a caller says of a site; checked here.
    public record Draft(
            @Nullable String code,
            @Nullable String name,
            @Nullable String siret,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}

    private final DSLContext db;
    private final Companies companies;
    private final Audit audit;
    private final Clock clock;

    Sites(DSLContext db, Companies companies, Audit audit, Clock clock) {
        this.db = db;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    /// By code.
    ///
    /// @throws Problem not found when the user does not work for the company
    public List<Site> of(SignedIn user, String company) {
        return db.selectFrom(SITE)
                .where(SITE.COMPANY_ID.eq(companies.get(user, company).id()))
                .orderBy(SITE.CODE)
                .fetch(Sites::site);
    }

    /// Makes the site, or replaces what is known of it.
    ///
    /// @throws Problem not found when the user does not work for the company; refused when a value is wrong
    @Transactional
    public Site put(SignedIn user, String company, Draft draft) {
        var of = companies.get(user, company);
        var wanted = checked(of, draft);
        var before = find(of.id(), wanted.code());
        db.insertInto(SITE)
                .set(SITE.COMPANY_ID, of.id())
                .set(SITE.CODE, wanted.code())
                .set(SITE.NAME, wanted.name())
                .set(SITE.SIRET, wanted.siret())
                .set(SITE.ADDRESS, wanted.address())
                .set(SITE.POSTAL_CODE, wanted.postalCode())
                .set(SITE.CITY, wanted.city())
                .set(SITE.COUNTRY, wanted.country())
                .set(SITE.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(SITE.COMPANY_ID, SITE.CODE)
                .doUpdate()
                .set(SITE.NAME, wanted.name())
                .set(SITE.SIRET, wanted.siret())
                .set(SITE.ADDRESS, wanted.address())
                .set(SITE.POSTAL_CODE, wanted.postalCode())
                .set(SITE.CITY, wanted.city())
                .set(SITE.COUNTRY, wanted.country())
                .execute();
        audit.record(user, AuditKind.SITE, of.code() + "/" + wanted.code(), wanted.name(), before.orElse(null), wanted);
        return wanted;
    }

    /// @throws Problem not found
    @Transactional
    public void remove(SignedIn user, String company, String code) {
        var of = companies.get(user, company);
        var site = find(of.id(), code).orElseThrow(() -> Problem.notFound("company.problem.site", code));
        db.deleteFrom(SITE)
                .where(SITE.COMPANY_ID.eq(of.id()), SITE.CODE.eq(code))
                .execute();
        audit.record(user, AuditKind.SITE, of.code() + "/" + code, site.name(), site, null);
    }

    private static Site checked(Company company, Draft draft) {
        var checks = new Checks();
        var code = checks.required("code", draft.code(), 20);
        checks.that(code.isEmpty() || CODE.matcher(code).matches(), "code", "company.problem.code");
        var name = checks.required("name", draft.name(), LONGEST);
        var siret = checks.optional("siret", draft.siret(), 30);
        var digits = siret == null ? null : siret.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (digits != null) {
            checks.that(isSiret(digits), "siret", "company.problem.siret");
            var siren = company.siren();
            checks.that(
                    siren == null || !isSiret(digits) || digits.startsWith(siren),
                    "siret",
                    "company.problem.siretOther");
        }
        var country = Objects.requireNonNullElse(checks.optional("country", draft.country(), 20), company.country())
                .toUpperCase(Locale.ROOT);
        checks.that(COUNTRIES.contains(country), "country", "company.problem.country");
        var address = checks.optional("address", draft.address(), LONGEST);
        var postalCode = checks.optional("postalCode", draft.postalCode(), 20);
        var city = checks.optional("city", draft.city(), LONGEST);
        checks.orRefuse();
        return new Site(code, name, digits, address, postalCode, city, country);
    }

    private static boolean isSiret(String digits) {
        return SIRET.matcher(digits).matches() && (Luhn.passes(digits) || digits.startsWith(LA_POSTE));
    }

    private Optional<Site> find(long companyId, String code) {
        return db.selectFrom(SITE)
                .where(SITE.COMPANY_ID.eq(companyId), SITE.CODE.eq(code))
                .fetchOptional(Sites::site);
    }

    private static Site site(SiteRecord row) {
        return new Site(
                row.getCode(),
                row.getName(),
                row.getSiret(),
                row.getAddress(),
                row.getPostalCode(),
                row.getCity(),
                row.getCountry());
    }
}
