package io.encours.worklist.automatic;

import static encours.db.worklist.Tables.AUTOMATIC_MESSAGE;
import static encours.db.worklist.Tables.AUTOMATIC_RUN;
import static io.encours.worklist.automatic.RecapStore.AMOUNT;
import static io.encours.worklist.automatic.RecapStore.COUNTS;
import static io.encours.worklist.automatic.RecapStore.STAND;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.encours.platform.Scope;
import io.encours.worklist.automatic.Recap.Stand;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The days that have a recap: those on which something was written, or only kept back.
@Component
class RecapDays {

    private static final int LATELY = 60;
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    /// A stop of many days is read once: where it begins counts one more, after its end one less.
    private static final String DAYS = """
            with stop as materialized (
                select s.since, s.day from worklist.stopped_action s
                where s.company_id = any ({0}) and s.day >= {1} and {2}
                union all
                select s.since, s.day from worklist.stopped_before s
                where s.company_id = any ({0}) and s.day >= {1} and {2}
            ), change as materialized (
                select since as day, count(*) as items from stop group by since
                union all
                select day + 1, -count(*) from stop group by day
            ), kept as (
                select r.day, coalesce((select sum(c.items) from change c where c.day <= r.day), 0)::int as stopped
                from (select distinct day from worklist.automatic_run where company_id = any ({0}) and day >= {1} and day < {3}) r
            )
            select day, coalesce(m.messages, 0) as messages, coalesce(m.to_confirm, 0) as to_confirm,
                coalesce(m.leaving, 0) as leaving, kept.stopped, coalesce(m.amount, 0) as amount
            from kept left join ({4}) m using (day)
            where m.messages is not null or kept.stopped > 0
            order by day desc limit {5}
            """;

    private final DSLContext db;

    RecapDays(DSLContext db) {
        this.db = db;
    }

    /// The latest days first. Those of the last weeks are looked for first: a company has years of them.
    ///
    /// @param before only days before this one; null: all
    List<Recap.Day> latest(Scope scope, @Nullable LocalDate before, int limit) {
        var newest = db.select(max(AUTOMATIC_RUN.DAY))
                .from(AUTOMATIC_RUN)
                .where(
                        AUTOMATIC_RUN.COMPANY_ID.in(scope.companies()),
                        before == null ? noCondition() : AUTOMATIC_RUN.DAY.lt(before))
                .fetchSingle()
                .value1();
        if (newest == null) {
            return List.of();
        }
        var end = newest.plusDays(1);
        var lately = days(scope, newest.minusDays(LATELY), end, limit);
        return lately.size() < limit ? days(scope, EVER, end, limit) : lately;
    }

    /// @param from the first day
    /// @param end the first that is not meant any more
    private List<Recap.Day> days(Scope scope, LocalDate from, LocalDate end, int limit) {
        var messages = select(
                        AUTOMATIC_MESSAGE.DAY,
                        count().filterWhere(COUNTS).as("messages"),
                        count().filterWhere(STAND.eq(Stand.TO_CONFIRM.name())).as("to_confirm"),
                        count().filterWhere(STAND.eq(Stand.LEAVING.name())).as("leaving"),
                        coalesce(sum(AMOUNT).filterWhere(COUNTS), inline(BigDecimal.ZERO))
                                .as("amount"))
                .from(RecapStore.written())
                .where(RecapStore.seen(scope), AUTOMATIC_MESSAGE.DAY.ge(from), AUTOMATIC_MESSAGE.DAY.lt(end))
                .groupBy(AUTOMATIC_MESSAGE.DAY);
        return db.resultQuery(
                        DAYS,
                        val(scope.companyArray()),
                        val(from),
                        StopStore.seen(scope, field("s.customer_id", Long.class)),
                        val(end),
                        messages,
                        val(limit))
                .fetch(row -> new Recap.Day(
                        row.get("day", LocalDate.class),
                        row.get("messages", Integer.class),
                        row.get("to_confirm", Integer.class),
                        row.get("leaving", Integer.class),
                        row.get("stopped", Integer.class),
                        row.get("amount", BigDecimal.class)));
    }
}
