package io.encours.company;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.company.Tables.COMPANY_USER;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Companies and who works for them.
@Service
public class Companies {

    /// What may be said of a company; what is null keeps its value or its default.
    public record Details(
            String code,
            String name,
            @Nullable String siren,
            @Nullable String currency,
            @Nullable String country,
            @Nullable String parent,
            @Nullable String paymentTerms) {}

    private final DSLContext db;
    private final Clock clock;

    Companies(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
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

    /// Codes of the companies each user works for; administrators work for all and are not listed.
    @Transactional
    public void assign(long userId, Collection<String> codes) {
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
    }

    /// @throws Problem conflict when the code is taken, refused when a value is wrong
    @Transactional
    public Company create(Details details) {
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
        return find(details.code()).orElseThrow();
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
                List.of(row.get(COMPANY_.EXCLUDED_PREFIXES)));
    }
}
