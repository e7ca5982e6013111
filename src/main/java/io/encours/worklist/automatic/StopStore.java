package io.encours.worklist.automatic;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.worklist.Tables.AUTOMATIC_RUN;
import static encours.db.worklist.Tables.STOPPED_ACTION;
import static encours.db.worklist.Tables.STOPPED_BEFORE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.encours.platform.RowId;
import io.encours.platform.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What guards kept back, day by day. `stopped_action` is what stands; a stop that ends, or becomes another,
/// is kept in `stopped_before` with the days it stood.
@Component
class StopStore {

    private static final int LINES = 100;

    /// The steps of a run that are stopped, each as it is written.
    private static final String STOPPED = """
            unnest(?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[])
                n (customer_id, item_id, occurrence, code, label, type, guard, amount, currency, document)
            """;

    /// What stands of these customers and is not the same any more.
    private static final String ENDED = """
            s.customer_id = any (?) and (s.day < coalesce(?::date, s.day) or not exists (
                select from %s where n.customer_id = s.customer_id and n.item_id = s.item_id and n.occurrence = s.occurrence
                and n.code = s.code and n.label = s.label and n.guard = s.guard and n.amount = s.amount))
            """.formatted(STOPPED);

    private final DSLContext db;

    StopStore(DSLContext db) {
        this.db = db;
    }

    /// Writes that there is a run of the company on this day.
    ///
    /// @return the day of the one before; null: there was none
    @Nullable
    LocalDate ran(long companyId, LocalDate day) {
        db.execute("""
                insert into worklist.automatic_run (company_id, day) values (?, ?) on conflict do nothing
                """, companyId, day);
        return db.fetchSingle(
                        "select max(day) from worklist.automatic_run where company_id = ? and day < ?", companyId, day)
                .get(0, LocalDate.class);
    }

    /// What a run stopped, in place of what the run before said of these customers.
    ///
    /// @param before day of the run before; null: there was none
    void stopped(long companyId, LocalDate day, @Nullable LocalDate before, Long[] customers, Map<Due, Guard> stopped) {
        var rows = rows(stopped);
        var ended = with(new Object[] {customers, before}, rows);
        if (before != null) {
            // What an earlier run of this very day said is not kept: the last word of a day counts.
            db.execute("""
                    insert into worklist.stopped_before (customer_id, item_id, company_id, since, day, occurrence, code, label, type,
                        guard, amount, currency, document)
                    select s.customer_id, s.item_id, s.company_id, s.since, least(s.day, ?::date), s.occurrence, s.code, s.label,
                        s.type, s.guard, s.amount, s.currency, s.document
                    from worklist.stopped_action s
                    where s.since <= ?::date and %s
                    on conflict do nothing
                    """.formatted(ENDED), with(new Object[] {before, before}, ended));
        }
        db.execute("delete from worklist.stopped_action s where " + ENDED, ended);
        db.execute("""
                insert into worklist.stopped_action (customer_id, item_id, company_id, since, day, occurrence, code, label, type,
                    guard, amount, currency, document)
                select n.customer_id, n.item_id, d.company_id, d.day, d.day, n.occurrence, n.code, n.label, n.type, n.guard,
                    n.amount, n.currency, n.document
                from %s cross join (select ?::bigint, ?::date) d (company_id, day)
                on conflict (customer_id, item_id) do update set day = excluded.day
                """.formatted(STOPPED), with(rows, new Object[] {companyId, day}));
    }

    private static Object[] rows(Map<Due, Guard> stopped) {
        return new Object[] {
            column(stopped, each -> each.item().customer(), Long[]::new),
            column(stopped, each -> each.item().id(), Long[]::new),
            column(stopped, Due::occurrence, Integer[]::new),
            column(stopped, Due::code, String[]::new),
            column(stopped, Due::label, String[]::new),
            column(stopped, each -> each.type().name(), String[]::new),
            stopped.values().stream().map(Guard::name).toArray(String[]::new),
            column(stopped, Due::amount, BigDecimal[]::new),
            column(stopped, Due::currency, String[]::new),
            column(stopped, Due::document, String[]::new)
        };
    }

    private static <T> T[] column(Map<Due, Guard> stopped, Function<Due, T> of, IntFunction<T[]> array) {
        return stopped.keySet().stream().map(of).toArray(array);
    }

    private static Object[] with(Object[] some, Object[] others) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray();
    }

    /// What was kept back on a day, the reason with most items first.
    List<Recap.Stopped> on(Scope scope, LocalDate day) {
        var stop = standing(STOPPED_ACTION, scope, day)
                .unionAll(standing(STOPPED_BEFORE, scope, day))
                .asTable("stop");
        var guard = stop.field(STOPPED_ACTION.GUARD);
        var place = rowNumber()
                .over()
                .partitionBy(guard)
                .orderBy(stop.field(STOPPED_ACTION.AMOUNT).desc(), stop.field(STOPPED_ACTION.ITEM_ID))
                .as("place");
        var ranked = select(stop.fields())
                .select(place, count().over().partitionBy(guard).as("together"))
                .from(stop)
                .asTable("ranked");
        var found = db
                .select(ranked.fields())
                .select(COMPANY_.CODE.as("company"), CUSTOMER_.CODE.as("customer"), CUSTOMER_.NAME)
                .from(ranked)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(ranked.field(STOPPED_ACTION.CUSTOMER_ID)))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .where(ranked.field("place", Integer.class).le(LINES))
                .orderBy(ranked.field("together").desc(), ranked.field("guard"), ranked.field("place"))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> Guard.valueOf(row.get("guard", String.class)), LinkedHashMap::new, Collectors.toList()));
        return found.entrySet().stream()
                .map(entry -> new Recap.Stopped(
                        entry.getKey(),
                        entry.getValue().getFirst().get("together", Integer.class),
                        entry.getValue().stream().map(StopStore::item).toList()))
                .toList();
    }

    /// Of what stood or stands so, what did on this day. Between two runs nothing is kept back.
    private static Select<Record> standing(Table<?> stops, Scope scope, LocalDate day) {
        var company = field(stops, STOPPED_ACTION.COMPANY_ID);
        return select(List.<Field<?>>of(
                        field(stops, STOPPED_ACTION.CUSTOMER_ID),
                        field(stops, STOPPED_ACTION.ITEM_ID),
                        field(stops, STOPPED_ACTION.GUARD),
                        field(stops, STOPPED_ACTION.DOCUMENT),
                        field(stops, STOPPED_ACTION.LABEL),
                        field(stops, STOPPED_ACTION.AMOUNT),
                        field(stops, STOPPED_ACTION.CURRENCY)))
                .from(stops)
                .where(
                        company.in(scope.companies()),
                        field(stops, STOPPED_ACTION.SINCE).le(day),
                        field(stops, STOPPED_ACTION.DAY).ge(day),
                        seen(scope, field(stops, STOPPED_ACTION.CUSTOMER_ID)),
                        exists(selectOne()
                                .from(AUTOMATIC_RUN)
                                .where(AUTOMATIC_RUN.COMPANY_ID.eq(company), AUTOMATIC_RUN.DAY.eq(day))));
    }

    /// Customers are only asked where a scope does not cover all of its companies.
    static Condition seen(Scope scope, Field<Long> customer) {
        return scope.seesEveryone()
                ? noCondition()
                : customer.in(select(CUSTOMER_.ID)
                        .from(CUSTOMER_)
                        .where(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID)));
    }

    /// Both tables have the same columns.
    private static <T> Field<T> field(Table<?> stops, Field<T> column) {
        return Objects.requireNonNull(stops.field(column));
    }

    private static Recap.StoppedItem item(Record row) {
        return new Recap.StoppedItem(
                new RowId(row.get("customer_id", Long.class), row.get("item_id", Long.class)),
                row.get("company", String.class),
                row.get("customer", String.class),
                row.get("name", String.class),
                row.get("document", String.class),
                row.get("label", String.class),
                row.get("amount", BigDecimal.class),
                row.get("currency", String.class));
    }

    /// How many stops `purge` would remove.
    int countOld(LocalDate before) {
        return db.fetchCount(STOPPED_BEFORE, STOPPED_BEFORE.DAY.lt(before))
                + db.fetchCount(STOPPED_ACTION, STOPPED_ACTION.DAY.lt(before));
    }

    /// Removes what was kept back for the last time before this day.
    int purge(LocalDate before) {
        return db.deleteFrom(STOPPED_BEFORE)
                        .where(STOPPED_BEFORE.DAY.lt(before))
                        .execute()
                + db.deleteFrom(STOPPED_ACTION)
                        .where(STOPPED_ACTION.DAY.lt(before))
                        .execute();
    }
}
