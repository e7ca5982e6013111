package io.encours.customer;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.customer.Tables.CUSTOMER_CODE;
import static encours.db.identity.Tables.APP_USER;

import io.encours.customer.Customer.Details;
import io.encours.customer.Customers.Filter;
import io.encours.platform.Cursor;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// SQL of customers.
final class CustomerStore {

    private final DSLContext db;

    CustomerStore(DSLContext db) {
        this.db = db;
    }

    DSLContext db() {
        return db;
    }

    Slice<Customer> list(Scope scope, Filter filter, int limit, @Nullable String cursor) {
        var rows = select().where(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .and(DSL.and(conditions(filter)))
                .and(after(cursor))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .limit(limit + 1)
                .fetch(Customers::of);
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        var last = rows.get(limit - 1);
        return new Slice<>(
                List.copyOf(rows.subList(0, limit)),
                Cursor.after(last.name(), last.id()).toString());
    }

    Optional<Customer> find(String company, String code) {
        return select().join(CUSTOMER_CODE)
                .on(CUSTOMER_CODE.CUSTOMER_ID.eq(CUSTOMER_.ID))
                .where(COMPANY_.CODE.eq(company))
                .and(CUSTOMER_CODE.COMPANY_ID.eq(COMPANY_.ID))
                .and(CUSTOMER_CODE.CODE.eq(code))
                .fetchOptional(Customers::of);
    }

    Map<String, Long> ids(Scope scope, long companyId, Collection<String> codes) {
        return db.select(CUSTOMER_.CODE, CUSTOMER_.ID)
                .from(CUSTOMER_)
                .where(
                        CUSTOMER_.COMPANY_ID.eq(companyId),
                        CUSTOMER_.CODE.eq(DSL.any(codes.toArray(String[]::new))),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchMap(CUSTOMER_.CODE, CUSTOMER_.ID);
    }

    Optional<Customer> byId(long id) {
        return select().where(CUSTOMER_.ID.eq(id)).fetchOptional(Customers::of);
    }

    Optional<Long> agentId(String login) {
        return db.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.LOGIN.eq(login.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(APP_USER.ID);
    }

    void update(long id, Details details) {
        db.update(CUSTOMER_)
                .set(CUSTOMER_.NAME, details.name())
                .set(CUSTOMER_.SIREN, details.siren())
                .set(CUSTOMER_.SIRET, details.siret())
                .set(CUSTOMER_.VAT_NUMBER, details.vatNumber())
                .set(CUSTOMER_.CUSTOMER_GROUP, details.group())
                .set(
                        CUSTOMER_.AGENT_ID,
                        details.agent() == null
                                ? null
                                : agentId(details.agent()).orElseThrow())
                .set(CUSTOMER_.ASSOCIATED_PERSON, details.associatedPerson())
                .set(CUSTOMER_.SITE, details.site())
                .set(CUSTOMER_.LANGUAGE, details.language())
                .set(CUSTOMER_.EMAIL, details.email())
                .set(CUSTOMER_.PHONE, details.phone())
                .set(CUSTOMER_.ADDRESS, details.address())
                .set(CUSTOMER_.POSTAL_CODE, details.postalCode())
                .set(CUSTOMER_.CITY, details.city())
                .set(CUSTOMER_.COUNTRY, details.country())
                .set(CUSTOMER_.PAYMENT_TERMS, details.paymentTerms())
                .set(CUSTOMER_.PAYMENT_METHOD, details.paymentMethod())
                .set(CUSTOMER_.CREDIT_LIMIT, details.creditLimit())
                .set(CUSTOMER_.RISK_CLASS, details.riskClass())
                .set(CUSTOMER_.STRATEGY_CODE, details.strategy())
                .where(CUSTOMER_.ID.eq(id))
                .execute();
    }

    private SelectOnConditionStep<Record> select() {
        return db.select(CUSTOMER_.fields())
                .select(COMPANY_.CODE, COMPANY_.CURRENCY, APP_USER.LOGIN, APP_USER.NAME)
                .from(CUSTOMER_)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER_.AGENT_ID));
    }

    private static List<Condition> conditions(Filter filter) {
        var conditions = new ArrayList<Condition>();
        if (filter.company() != null) {
            conditions.add(COMPANY_.CODE.eq(filter.company()));
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            conditions.add(CUSTOMER_.SEARCH_KEY.contains(SearchKey.of(filter.q())));
        }
        if (filter.agent() != null) {
            conditions.add(APP_USER.LOGIN.eq(filter.agent()));
        }
        if (filter.group() != null) {
            conditions.add(CUSTOMER_.CUSTOMER_GROUP.eq(filter.group()));
        }
        if (filter.riskClass() != null) {
            conditions.add(CUSTOMER_.RISK_CLASS.eq(filter.riskClass()));
        }
        return conditions;
    }

    private static Condition after(@Nullable String cursor) {
        if (cursor == null) {
            return DSL.noCondition();
        }
        var key = Cursor.parse(cursor, 2);
        return DSL.row(CUSTOMER_.NAME, CUSTOMER_.ID).gt(key.text(0), key.number(1));
    }
}
