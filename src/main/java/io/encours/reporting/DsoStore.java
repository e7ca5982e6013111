package io.encours.reporting;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// SQL of DSO: receivables and turnover as of days, from facts.
final class DsoStore {

    private static final Field<LocalDate> AS_OF = field(name("wanted", "as_of"), LocalDate.class);
    private static final Field<LocalDate> MONTH =
            field("date_trunc('month', {0})::date", LocalDate.class, Fact.ON_DATE);

    /// Doubtful customers (416) and accruals (418, 4198) are left out; deposits received (4191) are shown apart.
    private static final Condition ACCRUAL = Fact.ACCOUNT.eq(inline("ACCRUAL"));

    private static final Condition DEPOSITS =
            Fact.DEPOSIT.or(Fact.ACCOUNT.eq(inline("DEPOSIT"))).andNot(ACCRUAL);

    private static final Condition RECEIVABLE = Fact.BALANCE
            .and(Fact.ACCOUNT.ne(inline("DOUBTFUL")))
            .andNot(ACCRUAL)
            .andNot(DEPOSITS);

    private final DSLContext db;

    DsoStore(DSLContext db) {
        this.db = db;
    }

    /// As of each of the days.
    Map<LocalDate, DsoInput> ofDays(
            Table<?> facts, @Nullable LocalDate begins, Collection<LocalDate> days, int turnoverDays) {
        return read(facts, begins, days, turnoverDays, AS_OF);
    }

    /// Of each customer as of one day; who has no fact is missing.
    Map<Long, DsoInput> ofCustomers(Table<?> facts, @Nullable LocalDate begins, LocalDate asOf, int turnoverDays) {
        return read(facts, begins, List.of(asOf), turnoverDays, Fact.CUSTOMER_ID);
    }

    /// The day of the opening balances that the ledgers of companies begin with, the latest of them; null: they
    /// begin with nothing.
    @Nullable
    LocalDate begins(Collection<Long> companies) {
        var first = field(select(min(OPEN_ITEM.ENTRY_DATE))
                        .from(OPEN_ITEM)
                        .where(OPEN_ITEM.COMPANY_ID.eq(COMPANY_.ID), OPEN_ITEM.OPENING.isTrue()))
                .as("first");
        var each = select(first).from(COMPANY_).where(COMPANY_.ID.in(companies)).asTable("each_company");
        return db.select(max(field(name("each_company", "first"), LocalDate.class)))
                .from(each)
                .fetchSingle()
                .value1();
    }

    private <K> Map<K, DsoInput> read(
            Table<?> facts, @Nullable LocalDate begins, Collection<LocalDate> days, int turnoverDays, Field<K> key) {
        var wanted = table("unnest({0}::date[]) as wanted(as_of)", val(days.toArray(LocalDate[]::new)));
        var months = new HashMap<K, Map<YearMonth, BigDecimal>>();
        db.select(key, MONTH, sum(Fact.AMOUNT))
                .from(wanted)
                .join(facts)
                .on(Fact.DAY.le(AS_OF))
                .where(
                        Fact.TURNOVER,
                        Fact.ON_DATE.le(AS_OF),
                        Fact.ON_DATE.gt(field("{0} - interval '25 months'", LocalDate.class, AS_OF)))
                .groupBy(key, MONTH)
                .forEach(row -> months.computeIfAbsent(row.value1(), of -> new TreeMap<>())
                        .put(YearMonth.from(row.value2()), row.value3()));
        var inLastDays = Fact.TURNOVER
                .and(Fact.ON_DATE.le(AS_OF))
                .and(Fact.ON_DATE.gt(field("{0} - {1}", LocalDate.class, AS_OF, inline(turnoverDays))));
        return db.select(
                        key,
                        field("max({0})", LocalDate.class, AS_OF),
                        Fact.total(RECEIVABLE),
                        Fact.total(RECEIVABLE.and(Fact.CLAIM).and(Fact.ON_DATE.ge(AS_OF))),
                        Fact.total(Fact.BALANCE.and(DEPOSITS)),
                        Fact.total(inLastDays),
                        Fact.number(Fact.TURNOVER.and(Fact.AMOUNT.gt(inline(BigDecimal.ZERO)))))
                .from(wanted)
                .join(facts)
                .on(Fact.DAY.le(AS_OF))
                .groupBy(key)
                .fetchMap(
                        row -> row.value1(),
                        row -> new DsoInput(
                                row.value2(),
                                begins,
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                months.getOrDefault(row.value1(), Map.of()),
                                row.value7().longValue()));
    }
}
