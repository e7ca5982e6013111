package io.encours.overview;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.encours.customer.Customers;
import io.encours.customer.SearchKey;
import io.encours.overview.CustomerSearch.Sort;
import io.encours.platform.Cursor;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.prediction.DelayReference;
import io.encours.prediction.PaymentBehaviours;
import io.encours.prediction.PredictionOptions;
import io.encours.receivable.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Customers with what they owe, in one query: sums are taken of the customers on the page only, unless an amount
/// decides the order or the choice.
@Service
public class CustomerPositions {

    private static final Field<BigDecimal> OVERDUE = coalesce(PositionSums.OVERDUE, inline(BigDecimal.ZERO));
    private static final Field<BigDecimal> BALANCE = coalesce(PositionSums.BALANCE, inline(BigDecimal.ZERO));

    private final DSLContext db;
    private final PredictionOptions prediction;

    CustomerPositions(DSLContext db, PredictionOptions prediction) {
        this.db = db;
        this.prediction = prediction;
    }

    public Slice<CustomerLine> list(
            Scope scope, CustomerSearch search, LocalDate today, @Nullable String cursor, int limit) {
        var sort = search.sort();
        var byAmount = sort != Sort.NAME || search.overdueMin() != null;
        var items = OPEN_ITEM.COMPANY_ID.in(scope.companies());
        var sums = byAmount
                ? PositionSums.byCustomer(items, today)
                : lateral(PositionSums.together(
                        OPEN_ITEM.COMPANY_ID.eq(CUSTOMER_.COMPANY_ID).and(OPEN_ITEM.CUSTOMER_ID.eq(CUSTOMER_.ID)),
                        today));
        var rows = db.select(CUSTOMER_.fields())
                .select(COMPANY_.CODE, COMPANY_.CURRENCY, APP_USER.LOGIN, APP_USER.NAME)
                .select(PositionSums.fields())
                .from(CUSTOMER_)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER_.AGENT_ID))
                .leftJoin(sums)
                .on(byAmount ? PositionSums.CUSTOMER.eq(CUSTOMER_.ID) : DSL.trueCondition())
                .where(conditions(scope, search))
                .and(cursor == null ? DSL.noCondition() : after(sort, cursor))
                .orderBy(order(sort))
                .limit(limit + 1)
                .fetch();
        var lines = rows.stream().limit(limit).map(CustomerPositions::line).toList();
        return new Slice<>(lines, rows.size() <= limit ? null : cursorAfter(sort, rows.get(limit - 1)));
    }

    /// Ids of all customers of the search, by name.
    public List<Long> ids(Scope scope, CustomerSearch search) {
        return db.select(CUSTOMER_.ID)
                .from(CUSTOMER_)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER_.AGENT_ID))
                .where(conditions(scope, search))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .fetch(CUSTOMER_.ID);
    }

    /// What all customers of the search owe together.
    public Position total(Scope scope, CustomerSearch search, LocalDate today, String currency) {
        var wanted = select(CUSTOMER_.ID).from(CUSTOMER_).where(conditions(scope, search));
        var items = OPEN_ITEM.COMPANY_ID.in(scope.companies()).and(OPEN_ITEM.CUSTOMER_ID.in(wanted));
        return PositionSums.of(
                db.select(PositionSums.fields())
                        .from(PositionSums.together(items, today))
                        .fetchSingle(),
                0,
                currency);
    }

    /// How many customers the search finds.
    public int count(Scope scope, CustomerSearch search) {
        return db.fetchCount(select(CUSTOMER_.ID).from(CUSTOMER_).where(conditions(scope, search)));
    }

    /// The position of one customer, who is within the caller's scope.
    public Position of(long companyId, long customerId, LocalDate today, String currency) {
        var items = OPEN_ITEM.COMPANY_ID.eq(companyId).and(OPEN_ITEM.CUSTOMER_ID.eq(customerId));
        return PositionSums.of(
                db.select(PositionSums.fields())
                        .from(PositionSums.together(items, today))
                        .fetchSingle(),
                customerId,
                currency);
    }

    private List<Condition> conditions(Scope scope, CustomerSearch search) {
        var conditions = new ArrayList<Condition>();
        conditions.add(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID));
        add(
                conditions,
                search.company(),
                code -> CUSTOMER_.COMPANY_ID.in(
                        select(COMPANY_.ID).from(COMPANY_).where(COMPANY_.CODE.eq(code))));
        add(
                conditions,
                search.q(),
                text -> DSL.and(SearchKey.words(text).stream()
                        .map(word -> CUSTOMER_.SEARCH_KEY.contains(word))
                        .toList()));
        add(
                conditions,
                search.agent(),
                login -> CUSTOMER_.AGENT_ID.in(
                        select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(login.toLowerCase(Locale.ROOT)))));
        add(conditions, search.group(), CUSTOMER_.CUSTOMER_GROUP::eq);
        add(conditions, search.riskClass(), CUSTOMER_.RISK_CLASS::eq);
        if (search.overdueMin() != null) {
            conditions.add(OVERDUE.ge(search.overdueMin()));
        }
        conditions.add(delayBetween(search));
        return conditions;
    }

    /// By the reference each company has chosen (D3).
    private Condition delayBetween(CustomerSearch search) {
        if (search.dmpMin() == null && search.dmpMax() == null) {
            return DSL.noCondition();
        }
        var fromDueDate = prediction.references().entrySet().stream()
                .filter(company -> company.getValue() == DelayReference.DUE_DATE)
                .map(Map.Entry::getKey)
                .toList();
        var isFromDueDate = CUSTOMER_.COMPANY_ID.in(fromDueDate);
        return isFromDueDate
                .and(PaymentBehaviours.delayBetween(search.dmpMin(), search.dmpMax(), DelayReference.DUE_DATE))
                .or(DSL.not(isFromDueDate)
                        .and(PaymentBehaviours.delayBetween(
                                search.dmpMin(), search.dmpMax(), DelayReference.INVOICE_DATE)));
    }

    private static void add(List<Condition> conditions, @Nullable String value, Function<String, Condition> condition) {
        if (value != null && !value.isBlank()) {
            conditions.add(condition.apply(value));
        }
    }

    private static List<SortField<?>> order(Sort sort) {
        return switch (sort) {
            case NAME -> List.of(CUSTOMER_.NAME.asc(), CUSTOMER_.ID.asc());
            case OVERDUE -> List.of(OVERDUE.desc(), CUSTOMER_.ID.desc());
            case BALANCE -> List.of(BALANCE.desc(), CUSTOMER_.ID.desc());
        };
    }

    private static Condition after(Sort sort, String word) {
        var cursor = Cursor.parse(word, 2);
        return switch (sort) {
            case NAME -> row(CUSTOMER_.NAME, CUSTOMER_.ID).gt(cursor.text(0), cursor.number(1));
            case OVERDUE -> row(OVERDUE, CUSTOMER_.ID).lt(amount(cursor), cursor.number(1));
            case BALANCE -> row(BALANCE, CUSTOMER_.ID).lt(amount(cursor), cursor.number(1));
        };
    }

    private static BigDecimal amount(Cursor cursor) {
        try {
            return new BigDecimal(cursor.text(0));
        } catch (NumberFormatException e) {
            throw Problem.unreadable("platform.problem.cursor");
        }
    }

    private static String cursorAfter(Sort sort, Record last) {
        var line = line(last);
        return Cursor.after(
                        switch (sort) {
                            case NAME -> line.customer().name();
                            case OVERDUE -> line.position().overdue();
                            case BALANCE -> line.position().balance();
                        },
                        line.customer().id())
                .toString();
    }

    private static CustomerLine line(Record row) {
        var customer = Customers.of(row);
        return new CustomerLine(customer, PositionSums.of(row, customer.id(), customer.currency()));
    }
}
