package io.encours.reporting;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.company.Tables.SITE;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.encours.platform.Cursor;
import io.encours.receivable.ItemKind;
import io.encours.receivable.OpenParts;
import io.encours.reporting.AgedBalance.Amounts;
import io.encours.reporting.AgedBalance.By;
import io.encours.reporting.AgedBalance.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The aged balance as of any day (R4, kpi.md §1), rebuilt from dated entries: an item counts from its entry
/// date, what was matched later than the day is still open, credits are not netted.
@Service
public class AgedBalances {

    private static final String SUMS = "aged";
    private static final String KEY = "row_key";
    private static final String NAME = "row_name";
    private static final String COMPANY = "row_company";
    private static final int FETCHED_AT_ONCE = 2_000;

    /// All credits, payments, credit notes, deposits.
    private static final int CREDITS = 4;

    private final DSLContext db;

    AgedBalances(DSLContext db) {
        this.db = db;
    }

    /// All rows, by name. Those with nothing open are left out.
    public AgedBalance of(Extent extent, LocalDate asOf, Buckets buckets, By by) {
        var rows = new ArrayList<Row>();
        each(extent, asOf, buckets, by, rows::add);
        return new AgedBalance(asOf, extent.currency(), buckets.names(), rows, total(extent, asOf, buckets), null);
    }

    /// The same rows one after the other, read as they are used; in the caller's transaction.
    public void each(Extent extent, LocalDate asOf, Buckets buckets, By by, Consumer<Row> sink) {
        // First by customer, whatever the rows are: names are looked up once a customer, not once an item.
        var byCustomer = select(OpenParts.CUSTOMER_ID)
                .select(partSums(buckets, asOf))
                .from(parts(extent, asOf, extent.items()))
                .groupBy(OpenParts.CUSTOMER_ID)
                .asTable(SUMS);
        var keys = keys(by);
        try (var rows = db.select(keys)
                .select(totals(buckets))
                .from(byCustomer)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(field(name(SUMS, "customer_id"), Long.class)))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER_.AGENT_ID))
                .leftJoin(SITE)
                .on(SITE.COMPANY_ID.eq(CUSTOMER_.COMPANY_ID), SITE.CODE.eq(CUSTOMER_.SITE))
                .where(isSomething(buckets))
                .groupBy(rowsAre(by))
                .orderBy(
                        by == By.CUSTOMER
                                ? List.of(CUSTOMER_.NAME, CUSTOMER_.ID)
                                : List.of(field(name(NAME)), field(name(KEY))))
                .fetchSize(FETCHED_AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> sink.accept(row(row, extent, buckets, by)));
        }
    }

    /// Some customers in the order of their names, with the total of all: costs the same with a thousand or a
    /// hundred thousand customers.
    public AgedBalance page(Extent extent, LocalDate asOf, Buckets buckets, @Nullable String cursor, int limit) {
        var items = OPEN_ITEM.CUSTOMER_ID.eq(CUSTOMER_.ID).and(OPEN_ITEM.COMPANY_ID.eq(CUSTOMER_.COMPANY_ID));
        var own = lateral(select(partSums(buckets, asOf)).from(parts(extent, asOf, items)))
                .as(SUMS);
        var found = db.select(keys(By.CUSTOMER))
                .select(CUSTOMER_.ID)
                .select(columns(buckets))
                .from(CUSTOMER_)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .join(own)
                .on(isSomething(buckets))
                .where(extent.customers())
                .and(cursor == null ? DSL.noCondition() : after(Cursor.parse(cursor, 2)))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .limit(limit + 1)
                .fetch();
        var rows = found.stream()
                .limit(limit)
                .map(row -> row(row, extent, buckets, By.CUSTOMER))
                .toList();
        var last = found.size() <= limit ? null : found.get(limit - 1);
        return new AgedBalance(
                asOf,
                extent.currency(),
                buckets.names(),
                rows,
                total(extent, asOf, buckets),
                last == null
                        ? null
                        : Cursor.after(last.get(NAME, String.class), last.get(CUSTOMER_.ID))
                                .toString());
    }

    /// Of all customers of the extent.
    public Amounts total(Extent extent, LocalDate asOf, Buckets buckets) {
        var fields = new ArrayList<Field<BigDecimal>>();
        buckets.conditions(Fact.ON_DATE, asOf).forEach(due -> fields.add(Fact.total(Fact.CLAIM.and(due))));
        List.of(Fact.CREDIT, Fact.PAYMENT, Fact.CREDIT_NOTE, Fact.DEPOSIT)
                .forEach(credit -> fields.add(Fact.total(credit)));
        var sums = db.select(IntStream.range(0, fields.size())
                        .mapToObj(place -> fields.get(place).as(column(place)))
                        .toList())
                .from(extent.facts())
                .where(Fact.DAY.le(asOf), Fact.BALANCE)
                .fetchSingle();
        return amounts(sums, extent, buckets);
    }

    private static List<Field<?>> rowsAre(By by) {
        return switch (by) {
            case CUSTOMER -> List.of(CUSTOMER_.ID, COMPANY_.ID);
            case SITE -> List.of(CUSTOMER_.SITE);
            case GROUP, AGENT, COMPANY, COUNTRY -> List.of(field(name(KEY)), field(name(NAME)));
        };
    }

    private static List<Field<?>> keys(By by) {
        return switch (by) {
            case CUSTOMER -> List.of(CUSTOMER_.CODE.as(KEY), CUSTOMER_.NAME.as(NAME), COMPANY_.CODE.as(COMPANY));
            case GROUP ->
                List.of(
                        coalesce(CUSTOMER_.CUSTOMER_GROUP, "").as(KEY),
                        coalesce(CUSTOMER_.CUSTOMER_GROUP, "").as(NAME));
            case AGENT ->
                List.of(
                        coalesce(APP_USER.LOGIN, "").as(KEY),
                        coalesce(APP_USER.NAME, "").as(NAME));
            case COMPANY -> List.of(COMPANY_.CODE.as(KEY), COMPANY_.NAME.as(NAME));
            case COUNTRY -> List.of(CUSTOMER_.COUNTRY.as(KEY), CUSTOMER_.COUNTRY.as(NAME));
            case SITE ->
                List.of(
                        coalesce(CUSTOMER_.SITE, "").as(KEY),
                        // Sites of several companies may share their code: one row, as one filter.
                        coalesce(min(SITE.NAME), coalesce(CUSTOMER_.SITE, "")).as(NAME));
        };
    }

    private Table<?> parts(Extent extent, LocalDate asOf, Condition items) {
        return extent.isNow(db, asOf) ? OpenParts.now(asOf, items) : OpenParts.asOf(asOf, items);
    }

    /// Sums over parts of open items: the buckets, then all credits, then the three kinds of them.
    private static List<Field<BigDecimal>> partSums(Buckets buckets, LocalDate asOf) {
        var which = new ArrayList<Condition>();
        buckets.conditions(OpenParts.DUE_DATE, asOf)
                .forEach(due -> which.add(OpenParts.CLAIM.isTrue().and(due)));
        var credit = OpenParts.CLAIM.isFalse();
        which.add(credit);
        for (var kind : List.of(ItemKind.PAYMENT, ItemKind.CREDIT_NOTE, ItemKind.DEPOSIT)) {
            which.add(credit.and(OpenParts.KIND.eq(inline(kind.name()))));
        }
        return IntStream.range(0, which.size())
                .mapToObj(
                        place -> coalesce(sum(OpenParts.AMOUNT).filterWhere(which.get(place)), inline(BigDecimal.ZERO))
                                .as(column(place)))
                .toList();
    }

    /// The sums of customers, added up once more.
    private static List<Field<BigDecimal>> totals(Buckets buckets) {
        return IntStream.range(0, buckets.size() + CREDITS)
                .mapToObj(place -> sum(summed(place)).as(column(place)))
                .toList();
    }

    private static List<Field<BigDecimal>> columns(Buckets buckets) {
        return IntStream.range(0, buckets.size() + CREDITS)
                .mapToObj(AgedBalances::summed)
                .toList();
    }

    private static Condition isSomething(Buckets buckets) {
        return DSL.or(IntStream.rangeClosed(0, buckets.size())
                .mapToObj(place -> summed(place).ne(inline(BigDecimal.ZERO)))
                .toList());
    }

    private static Field<BigDecimal> summed(int place) {
        return field(name(SUMS, column(place)), BigDecimal.class);
    }

    private static String column(int place) {
        return "sum_" + place;
    }

    private static Row row(Record row, Extent extent, Buckets buckets, By by) {
        var key = row.get(KEY, String.class);
        return Row.of(
                by == By.CUSTOMER ? row.get(COMPANY, String.class) : null,
                by == By.CUSTOMER ? key : null,
                key,
                row.get(NAME, String.class),
                amounts(row, extent, buckets));
    }

    private static Amounts amounts(Record row, Extent extent, Buckets buckets) {
        var sums = IntStream.range(0, buckets.size() + CREDITS)
                .mapToObj(place -> extent.money(row.get(column(place), BigDecimal.class)))
                .toList();
        var claims = sums.subList(0, buckets.size());
        var credits = sums.get(buckets.size());
        var owed = claims.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var overdue = owed.subtract(claims.getFirst());
        return new Amounts(
                claims,
                credits,
                owed.add(credits),
                overdue,
                sums.get(buckets.size() + 1),
                sums.get(buckets.size() + 2),
                sums.get(buckets.size() + 3),
                Rate.of(overdue, owed));
    }

    private static Condition after(Cursor cursor) {
        return DSL.row(CUSTOMER_.NAME, CUSTOMER_.ID).gt(cursor.text(0), cursor.number(1));
    }
}
