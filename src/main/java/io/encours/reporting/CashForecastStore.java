package io.encours.reporting;

import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.encours.platform.RowId;
import io.encours.receivable.OpenParts;
import io.encours.reporting.CashForecast.Item;
import io.encours.reporting.CashForecast.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// SQL of the forecast: the day of every open claim, with its reason.
final class CashForecastStore {

    /// What a sum is of.
    enum Sum {
        EXPECTED,
        OFF,
        EXCLUDED,
        CREDITS,
        WEEK,
        MONTH
    }

    /// @param begins of the week or month; null: of all
    record Total(Sum of, @Nullable LocalDate begins, BigDecimal amount) {}

    /// {0} what remains of which items, {1} how long customers took, {2} the promises heard, {3} the day.
    ///
    /// The lateness of a company is that of all its customers, whoever the report is about.
    private static final String FORECAST = """
            with late as materialized ({1}),
            late_company as (
                select company_id, round(sum(days_late)::numeric / sum(invoices))::int as days
                from late group by company_id having sum(invoices) > 0
            ), claim as (
                select o.customer_id, o.id, o.company_id, o.document, o.due_date, r.remaining,
                       case when o.control_account like '416%' then 'LITIGATION'
                            when p.until is not null then 'PROMISE'
                            when o.kind = 'BILL' then 'BILL'
                            when l.invoices > 0 then 'CUSTOMER_LATENESS'
                            when a.days is not null then 'COMPANY_LATENESS'
                            else 'DUE_DATE' end as reason,
                       p.until, round(l.days_late::numeric / nullif(l.invoices, 0))::int as own_days, a.days as company_days
                from ({0}) r
                join receivable.open_item o on o.customer_id = r.customer_id and o.id = r.item_id
                left join late l on l.customer_id = o.customer_id
                left join late_company a on a.company_id = o.company_id
                left join ({2}) p(customer_id, item_id, until) on p.customer_id = o.customer_id and p.item_id = o.id
                where r.remaining <> 0 and not (r.remaining > 0 and o.control_account like '418%')
            ), dated as (
                select *, case reason when 'CUSTOMER_LATENESS' then own_days when 'COMPANY_LATENESS' then company_days end as late_by,
                       case when reason = 'PROMISE' then until
                            else due_date + case reason when 'CUSTOMER_LATENESS' then own_days
                                                        when 'COMPANY_LATENESS' then company_days else 0 end end as day
                from claim
            ), forecast as (
                select *, case when remaining < 0 then 'CREDITS'
                               when reason = 'LITIGATION' then 'EXCLUDED'
                               when day < {3} then 'OFF'
                               else 'EXPECTED' end as state
                from dated
            )
            """;

    private static final String TOTALS = FORECAST + """
            select state, null::date as begins, sum(remaining) as amount from forecast group by state
            union all
            select 'WEEK', date_trunc('week', day)::date, sum(remaining) from forecast where state = 'EXPECTED' group by 2
            union all
            select 'MONTH', date_trunc('month', day)::date, sum(remaining) from forecast where state = 'EXPECTED' group by 2
            order by 2
            """;

    /// {4} so many, {5} after so many.
    private static final String ITEMS = FORECAST + """
            select f.customer_id, f.id, co.code as company, c.code as customer, c.name, f.document, f.due_date, f.remaining,
                   f.reason, f.late_by, f.state, f.day
            from (
                select * from forecast where state <> 'CREDITS'
                order by array_position(array['EXPECTED', 'OFF', 'EXCLUDED'], state),
                         case when state = 'EXPECTED' then day end, due_date, customer_id, id
                limit {4} offset {5}
            ) f
            join customer.customer c on c.id = f.customer_id
            join company.company co on co.id = f.company_id
            order by array_position(array['EXPECTED', 'OFF', 'EXCLUDED'], f.state),
                     case when f.state = 'EXPECTED' then f.day end, f.due_date, f.customer_id, f.id
            """;

    private final DSLContext db;
    private final KeptBehaviours kept;

    CashForecastStore(DSLContext db, KeptBehaviours kept) {
        this.db = db;
        this.kept = kept;
    }

    List<Total> totals(Extent extent, LocalDate asOf) {
        return query(TOTALS, extent, asOf, null, 0)
                .fetch(row -> new Total(
                        Sum.valueOf(row.get("state", String.class)),
                        row.get("begins", LocalDate.class),
                        row.get("amount", BigDecimal.class)));
    }

    /// Claims, the first expected first.
    ///
    /// @param limit null: all
    List<Item> items(Extent extent, LocalDate asOf, @Nullable Integer limit, int after) {
        return query(ITEMS, extent, asOf, limit, after).fetch(row -> item(row, extent));
    }

    private ResultQuery<Record> query(String sql, Extent extent, LocalDate asOf, @Nullable Integer limit, int after) {
        return db.resultQuery(
                sql,
                extent.isNow(db, asOf) ? openNow(extent) : openThen(extent, asOf),
                kept.tell(extent, asOf) ? latenessNow(extent) : latenessThen(extent, asOf),
                HeardPromises.latest(extent, asOf),
                inline(asOf),
                limit == null ? DSL.keyword("all") : val(limit),
                val(after));
    }

    private static Select<?> openNow(Extent extent) {
        return select(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID.as("item_id"), OPEN_ITEM.REMAINING)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.SETTLED_ON.isNull(), extent.items());
    }

    private static Select<?> openThen(Extent extent, LocalDate asOf) {
        return select(
                        OpenParts.CUSTOMER_ID,
                        OpenParts.ITEM_ID,
                        sum(OpenParts.AMOUNT).as("remaining"))
                .from(OpenParts.asOf(asOf, extent.items()))
                .groupBy(OpenParts.CUSTOMER_ID, OpenParts.ITEM_ID);
    }

    /// The kept sums.
    private static QueryPart latenessNow(Extent extent) {
        return DSL.sql(
                "select customer_id, company_id, invoices, days_late from prediction.payment_behaviour where company_id in ({0})",
                companies(extent));
    }

    private static QueryPart latenessThen(Extent extent, LocalDate asOf) {
        return DSL.sql(
                "select customer_id, company_id, count(*) as invoices, sum(settled_on - due_date) as days_late"
                        + " from prediction.paid_invoice where company_id in ({0}) and settled_on <= {1} and known_on <= {1}"
                        + " group by customer_id, company_id",
                companies(extent), inline(asOf));
    }

    private static QueryPart companies(Extent extent) {
        return list(extent.companyIds().stream().map(DSL::inline).toList());
    }

    private static Item item(Record row, Extent extent) {
        var state = Sum.valueOf(row.get("state", String.class));
        return new Item(
                new RowId(row.get("customer_id", Long.class), row.get("id", Long.class)).toString(),
                row.get("company", String.class),
                row.get("customer", String.class),
                row.get("name", String.class),
                row.get("document", String.class),
                row.get("due_date", LocalDate.class),
                extent.money(row.get("remaining", BigDecimal.class)),
                Reason.valueOf(row.get("reason", String.class)),
                row.get("late_by", Integer.class),
                state == Sum.EXPECTED ? row.get("day", LocalDate.class) : null,
                state == Sum.OFF);
    }
}
