package io.encours.company;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.company.Tables.COMPANY_USER;

import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.Checks;
import io.encours.platform.Cursor;
import io.encours.platform.Luhn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Companies and who works for them.
@Service
public class Companies {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    /// `30`, `45FM`, `FM45`, `30FM10` (fec.md §6).
    private static final Pattern TERMS =
            Pattern.compile("\\d{1,3}(FM([12]?\\d|3[01])?)?|FM\\d{1,3}(LE([12]?\\d|3[01]))?");

    private static final Pattern SIREN = Pattern.compile("\\d{9}");
    private static final int LONGEST_NAME = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    /// What may be said of a company; what is null keeps its value or its default.
    public record Details(
            String code,
            String name,
            @Nullable String siren,
            @Nullable String currency,
            @Nullable String country,
            @Nullable String parent,
            @Nullable String paymentTerms,
            @Nullable Settings settings) {

        public Details(
                String code,
                String name,
                @Nullable String siren,
                @Nullable String currency,
                @Nullable String country,
                @Nullable String parent,
                @Nullable String paymentTerms) {
            this(code, name, siren, currency, country, parent, paymentTerms, null);
        }
    }

    /// How the company's books are read and its customers spoken to; what is null keeps its value or its default.
    ///
    /// @param timeZone decides when its day begins
    /// @param receivablePrefixes accounts imported as receivables, from the next import on
    /// @param excludedPrefixes and those of them that are not
    /// @param language of customers who have not said theirs
    /// @param calendar of working days: `FR-AM`, else that of its country
    public record Settings(
            @Nullable String timeZone,
            @Nullable List<String> receivablePrefixes,
            @Nullable List<String> excludedPrefixes,
            @Nullable String language,
            @Nullable String calendar) {

        static final Settings NONE = new Settings(null, null, null, null, null);
    }

    private final DSLContext db;
    private final Users users;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Companies(DSLContext db, Users users, Audit audit, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    public List<Company> within(Scope scope) {
        return select(COMPANY_.ID.in(scope.companies()));
    }

    /// Companies the user works for, by name; an administrator works for all. Also of those who see no customer.
    public List<Company> of(SignedIn user) {
        return select(user.administers() ? DSL.noCondition() : COMPANY_.ID.in(idsOf(user.id())));
    }

    /// @throws Problem not found, also when it is outside of the scope
    public Company get(Scope scope, String code) {
        return find(code)
                .filter(company -> scope.companies().contains(company.id()))
                .orElseThrow(() -> Problem.notFound("company.problem.unknown", code));
    }

    /// @throws Problem not found, also when the user does not work for it
    public Company get(SignedIn user, String code) {
        return of(user).stream()
                .filter(company -> company.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("company.problem.unknown", code));
    }

    /// Those of the user, by name.
    public Slice<Company> list(SignedIn user, Paging paging) {
        var after = paging.cursor() == null ? null : Cursor.parse(paging.cursor(), 2);
        var mine = user.administers() ? DSL.noCondition() : COMPANY_.ID.in(idsOf(user.id()));
        var rows = select(
                after == null
                        ? mine
                        : mine.and(DSL.row(COMPANY_.NAME, COMPANY_.ID).gt(after.text(0), after.number(1))));
        return paging.slice(rows, company -> Cursor.after(company.name(), company.id()));
    }

    public Optional<Company> find(String code) {
        return select(COMPANY_.CODE.eq(code)).stream().findFirst();
    }

    public Company byId(long id) {
        return select(COMPANY_.ID.eq(id)).getFirst();
    }

    public Set<Long> allIds() {
        return db.select(COMPANY_.ID).from(COMPANY_).fetchSet(COMPANY_.ID);
    }

    public Set<Long> idsOf(long userId) {
        return db.select(COMPANY_USER.COMPANY_ID)
                .from(COMPANY_USER)
                .where(COMPANY_USER.USER_ID.eq(userId))
                .fetchSet(COMPANY_USER.COMPANY_ID);
    }

    /// Who was assigned to one of these companies.
    Set<Long> peopleOf(Collection<Long> companyIds) {
        return db.selectDistinct(COMPANY_USER.USER_ID)
                .from(COMPANY_USER)
                .where(COMPANY_USER.COMPANY_ID.in(companyIds))
                .fetchSet(COMPANY_USER.USER_ID);
    }

    /// Codes of the companies each of these users was assigned to.
    public Map<Long, List<String>> codesOf(Collection<Long> userIds) {
        return db.select(COMPANY_USER.USER_ID, COMPANY_.CODE)
                .from(COMPANY_USER)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(COMPANY_USER.COMPANY_ID))
                .where(COMPANY_USER.USER_ID.in(userIds))
                .orderBy(COMPANY_.CODE)
                .fetchGroups(COMPANY_USER.USER_ID, COMPANY_.CODE);
    }

    /// Assigns the user to these companies and no others; administrators work for all anyway.
    @Transactional
    public void assign(long userId, Collection<String> codes) {
        var before = codesOf(List.of(userId)).getOrDefault(userId, List.of());
        db.deleteFrom(COMPANY_USER).where(COMPANY_USER.USER_ID.eq(userId)).execute();
        var known = db.select(COMPANY_.ID, COMPANY_.CODE)
                .from(COMPANY_)
                .where(COMPANY_.CODE.in(codes))
                .fetchMap(COMPANY_.CODE, COMPANY_.ID);
        codes.stream().filter(code -> !known.containsKey(code)).findFirst().ifPresent(code -> {
            throw Problem.invalid("companies", "company.problem.unknown", code);
        });
        known.values()
                .forEach(id -> db.insertInto(COMPANY_USER)
                        .set(COMPANY_USER.USER_ID, userId)
                        .set(COMPANY_USER.COMPANY_ID, id)
                        .execute());
        users.byId(userId)
                .ifPresent(user -> audit.record(
                        AuditKind.USER,
                        user.login(),
                        user.name(),
                        Map.of("companies", before),
                        Map.of("companies", List.copyOf(new TreeSet<>(codes)))));
    }

    /// @throws Problem conflict when the code is taken, refused when a value is wrong
    @Transactional
    public Company create(Details given) {
        var details = checked(given);
        if (find(details.code()).isPresent()) {
            throw Problem.conflict("company.problem.codeTaken", details.code());
        }
        db.insertInto(COMPANY_)
                .set(COMPANY_.CODE, details.code())
                .set(COMPANY_.NAME, details.name())
                .set(COMPANY_.SIREN, details.siren())
                .set(COMPANY_.CURRENCY, details.currency() == null ? "EUR" : details.currency())
                .set(COMPANY_.COUNTRY, details.country() == null ? "FR" : details.country())
                .set(COMPANY_.PARENT_ID, parentId(details.parent()))
                .set(COMPANY_.PAYMENT_TERMS, details.paymentTerms() == null ? "30" : details.paymentTerms())
                .set(COMPANY_.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        set(find(details.code()).orElseThrow(), details);
        var company = find(details.code()).orElseThrow();
        audit.record(AuditKind.COMPANY, company.code(), company.name(), null, company);
        return company;
    }

    /// Changes a company of the user's; the currency of its accounts stays what it is.
    ///
    /// @throws Problem not found, refused when a value is wrong
    @Transactional
    public Company change(SignedIn user, Details given) {
        var company = get(user, given.code());
        var details = checked(given);
        var checks = new Checks();
        checks.that(
                details.currency() == null || details.currency().equals(company.currency()),
                "currency",
                "company.problem.currencyFixed",
                company.currency());
        checks.that(
                details.parent() == null || !isAbove(company.code(), details.parent()),
                "parent",
                "company.problem.parentCircle");
        checks.orRefuse();
        db.update(COMPANY_)
                .set(COMPANY_.NAME, details.name())
                .set(COMPANY_.SIREN, details.siren())
                .set(COMPANY_.COUNTRY, details.country() == null ? company.country() : details.country())
                .set(COMPANY_.PARENT_ID, parentId(details.parent()))
                .set(
                        COMPANY_.PAYMENT_TERMS,
                        details.paymentTerms() == null ? company.paymentTerms() : details.paymentTerms())
                .where(COMPANY_.ID.eq(company.id()))
                .execute();
        set(company, details);
        var after = byId(company.id());
        if (!after.calendar().equals(company.calendar())) {
            events.publishEvent(new CalendarChanged(after.id()));
        }
        audit.record(AuditKind.COMPANY, after.code(), after.name(), company, after);
        return after;
    }

    private void set(Company company, Details details) {
        var settings = Objects.requireNonNullElse(details.settings(), Settings.NONE);
        var zone = settings.timeZone();
        var receivable = Objects.requireNonNullElse(settings.receivablePrefixes(), company.receivablePrefixes());
        var excluded = Objects.requireNonNullElse(settings.excludedPrefixes(), company.excludedPrefixes());
        db.update(COMPANY_)
                .set(COMPANY_.TIME_ZONE, zone == null ? company.zone().getId() : zone)
                .set(COMPANY_.RECEIVABLE_PREFIXES, receivable.toArray(String[]::new))
                .set(COMPANY_.EXCLUDED_PREFIXES, excluded.toArray(String[]::new))
                .set(COMPANY_.CALENDAR_CHOICE, chosen(company, details))
                .set(COMPANY_.LANGUAGE, Objects.requireNonNullElse(settings.language(), company.language()))
                .where(COMPANY_.ID.eq(company.id()))
                .execute();
    }

    /// The country says it, unless a part of the country keeps days of its own.
    private static @Nullable String chosen(Company company, Details details) {
        var given = details.settings() == null ? null : details.settings().calendar();
        var wanted = Objects.requireNonNullElse(given, company.calendar());
        var country = Objects.requireNonNullElse(details.country(), company.country());
        return wanted.startsWith(country + "-") ? wanted : null;
    }

    private static Details checked(Details given) {
        var checks = new Checks();
        var code = checks.required("code", given.code(), 20);
        checks.that(code.isEmpty() || CODE.matcher(code).matches(), "code", "company.problem.code");
        var name = checks.required("name", given.name(), LONGEST_NAME);
        var siren = checks.optional("siren", given.siren(), 20);
        var digits = siren == null ? null : siren.replace(" ", "");
        checks.that(digits == null || SIREN.matcher(digits).matches(), "siren", "company.problem.siren");
        var currency = upper(checks.optional("currency", given.currency(), 20));
        checks.that(currency == null || CURRENCIES.contains(currency), "currency", "company.problem.currency");
        var country = upper(checks.optional("country", given.country(), 20));
        checks.that(country == null || COUNTRIES.contains(country), "country", "company.problem.country");
        var parent = checks.optional("parent", given.parent(), 20);
        checks.that(
                digits == null || !SIREN.matcher(digits).matches() || Luhn.passes(digits),
                "siren",
                "company.problem.sirenCheck");
        var terms = upper(checks.optional("paymentTerms", given.paymentTerms(), 20));
        checks.that(terms == null || TERMS.matcher(terms).matches(), "paymentTerms", "company.problem.terms");
        var settings = CompanySettings.checked(Objects.requireNonNullElse(given.settings(), Settings.NONE), checks);
        checks.orRefuse();
        return new Details(code, name, digits, currency, country, parent, terms, settings);
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /// Is the company the other one itself, or one of those above it?
    private boolean isAbove(String company, String other) {
        for (String at = other; at != null; at = find(at).map(Company::parent).orElse(null)) {
            if (at.equals(company)) {
                return true;
            }
        }
        return false;
    }

    private List<Company> select(Condition condition) {
        return db.select(COMPANY_.fields())
                .select(PARENT.CODE)
                .from(COMPANY_)
                .leftJoin(PARENT)
                .on(PARENT.ID.eq(COMPANY_.PARENT_ID))
                .where(condition)
                .orderBy(COMPANY_.NAME, COMPANY_.ID)
                .fetch(Companies::company);
    }

    private @Nullable Long parentId(@Nullable String code) {
        return code == null
                ? null
                : (Long) find(code)
                        .orElseThrow(() -> Problem.invalid("parent", "company.problem.unknown", code))
                        .id();
    }

    private static final encours.db.company.tables.Company PARENT = COMPANY_.as("parent");

    private static Company company(Record row) {
        return new Company(
                row.get(COMPANY_.ID),
                row.get(COMPANY_.CODE),
                row.get(COMPANY_.NAME),
                row.get(COMPANY_.SIREN),
                row.get(COMPANY_.CURRENCY),
                row.get(COMPANY_.COUNTRY),
                ZoneId.of(row.get(COMPANY_.TIME_ZONE)),
                row.get(PARENT.CODE),
                row.get(COMPANY_.PAYMENT_TERMS),
                List.of(row.get(COMPANY_.RECEIVABLE_PREFIXES)),
                List.of(row.get(COMPANY_.EXCLUDED_PREFIXES)),
                row.get(COMPANY_.LANGUAGE),
                row.get(COMPANY_.CALENDAR));
    }
}
