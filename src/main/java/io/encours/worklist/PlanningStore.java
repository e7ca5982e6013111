package io.encours.worklist;

import static encours.db.worklist.Tables.DIRTY_CUSTOMER;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.any;

import io.encours.worklist.Planning.Share;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Component;

/// The SQL of planning: the rule of `NextAction` for all items of many customers, in one statement.
@Component
class PlanningStore {

    private static final int MANY = 200;
    private static final String INTO = "insert into worklist.planned_action as held";

    private final DSLContext db;

    PlanningStore(DSLContext db) {
        this.db = db;
    }

    /// In the order of the ids, so that two who mark the same customers wait for one another and never for each other.
    void mark(long companyId, Long[] customerIds) {
        db.execute("""
                insert into worklist.dirty_customer (customer_id, company_id)
                select c.id, c.company_id from customer.customer c
                where c.company_id = ? and c.id = any (?)
                order by c.id
                on conflict do nothing
                """, companyId, customerIds);
    }

    void markAll(long companyId) {
        markFollowers(companyId, "", true);
    }

    /// Customers of a company that follow this strategy by name or by a rule, or all of them.
    void markFollowers(long companyId, String strategyCode, boolean everyone) {
        db.execute("""
                insert into worklist.dirty_customer (customer_id, company_id)
                select c.id, c.company_id from customer.customer c
                where c.company_id = ? and (? or c.strategy_code = ? or c.id in (
                    select a.customer_id from strategy.assignment a
                    join strategy.strategy s on s.id = a.strategy_id and s.code = ?
                    where a.company_id = ? and not ?))
                order by c.id
                on conflict do nothing
                """, companyId, everyone, strategyCode, strategyCode, companyId, everyone);
    }

    /// Takes away the marks of these customers. Whoever marks one of them again waits until this transaction ends, and
    /// then plans with what it wrote.
    void unmark(Long[] customerIds) {
        db.deleteFrom(DIRTY_CUSTOMER)
                .where(DIRTY_CUSTOMER.CUSTOMER_ID.eq(any(customerIds)))
                .execute();
    }

    /// The same for the marks of a share, before planning: a mark set meanwhile stays for the next time.
    Long[] unmark(long companyId, Share share) {
        return db.deleteFrom(DIRTY_CUSTOMER)
                .where(DIRTY_CUSTOMER.COMPANY_ID.eq(companyId))
                .and(DIRTY_CUSTOMER.CUSTOMER_ID.between(share.from(), share.to()))
                .returning(DIRTY_CUSTOMER.CUSTOMER_ID)
                .fetchArray(DIRTY_CUSTOMER.CUSTOMER_ID);
    }

    /// Customers of a company that are marked, by id.
    long[] marked(long companyId) {
        return db
                .select(DIRTY_CUSTOMER.CUSTOMER_ID)
                .from(DIRTY_CUSTOMER)
                .where(DIRTY_CUSTOMER.COMPANY_ID.eq(companyId))
                .orderBy(DIRTY_CUSTOMER.CUSTOMER_ID)
                .stream()
                .mapToLong(Record1::value1)
                .toArray();
    }

    /// Plans of items that are settled or gone.
    int removePlansOfClosedItems(Long[] customerIds) {
        return db.execute("""
                delete from worklist.planned_action p
                where p.customer_id = any (?)
                and not exists (
                    select from receivable.open_item i
                    where i.customer_id = p.customer_id and i.id = p.item_id and i.settled_on is null)
                """, (Object) customerIds);
    }

    /// Writes only what differs. The first plan of customers, as after the first import, differs altogether: then
    /// nothing
    /// is compared, and the marks keep anybody else from planning the same customers.
    int plan(Long[] customerIds) {
        var first = !db.fetchExists(PLANNED_ACTION, PLANNED_ACTION.CUSTOMER_ID.eq(any(customerIds)));
        return execute(plan -> first ? plan : plan + ONLY_WHAT_DIFFERS, customerIds);
    }

    /// Writes the whole plan of these customers into another table of the same columns: what would be.
    void planInto(String table, Long[] customerIds) {
        execute(plan -> plan.replace(INTO, "insert into " + table + " as held"), customerIds);
    }

    private int execute(UnaryOperator<String> change, Long[] customerIds) {
        var isLarge = customerIds.length > MANY;
        if (isLarge) {
            // Small tables are hashed; the planner, which cannot know how few their rows are, would sort the items.
            db.execute("set local enable_mergejoin = off");
        }
        var written = db.execute(change.apply(isLarge ? DAYS_AT_ONCE : DAY_BY_DAY), (Object) customerIds);
        if (isLarge) {
            db.execute("set local enable_mergejoin = on");
        }
        return written;
    }

    int countPlanned(long companyId) {
        return db.fetchCount(PLANNED_ACTION, PLANNED_ACTION.COMPANY_ID.eq(companyId));
    }

    /// Looking up each day by its key is best for a customer; for thousands of items the days are hashed once.
    private static final String DAY_BY_DAY = plan("platform.calendar_day");

    private static final String DAYS_AT_ONCE = plan("""
            (select * from platform.calendar_day where calendar in (select calendar from followed) offset 0)""");

    private static String plan(String days) {
        return """
            with followed as materialized (
                select c.id as customer_id, c.company_id, c.agent_id, c.unidentified, co.calendar, a.strategy_id,
                    coalesce(cs.spacing, %6$d) as spacing
                from unnest(?::bigint[]) d (customer_id)
                join customer.customer c on c.id = d.customer_id
                join strategy.assignment a on a.customer_id = c.id
                join company.company co on co.id = c.company_id
                left join worklist.chasing_settings cs on cs.company_id = c.company_id
            ), newest as (
                select d.customer_id, d.item_id, max(d.occurrence) as occurrence,
                    max(d.done_on) filter (where d.decision = 'VALIDATED') as acted_on
                from followed f join worklist.done_action d on d.customer_id = f.customer_id and d.undone_at is null
                group by d.customer_id, d.item_id
            ), last as materialized (
                select d.customer_id, d.item_id, d.occurrence, d.step_code, d.final, d.done_on, d.theoretical_date, d.held_until,
                    n.acted_on
                from newest n
                join worklist.done_action d
                    on d.customer_id = n.customer_id and d.item_id = n.item_id and d.occurrence = n.occurrence
                    and d.undone_at is null
            ), situation as (
                select f.*, i.id as item_id, i.remaining, i.currency, i.document, i.kind, i.document_date, i.due_date,
                    i.control_account, i.payment_method, i.presented_on, i.rejected_on, i.seen_on - i.due_date as lateness,
                    coalesce(last.occurrence, 0) + 1 as occurrence, last.step_code, last.final, last.done_on,
                    last.theoretical_date as last_theoretical_date, last.held_until,
                    last.acted_on + f.spacing as not_before,
                    case
                        when i.remaining < 0 then 'CREDIT'
                        when i.kind = 'BILL' then 'BILL_IN_CIRCULATION'
                        when i.kind in ('RETENTION', 'OPENING_BALANCE') then i.kind
                        when i.kind not in ('INVOICE', 'DEPOSIT_INVOICE', 'RETURNED_PAYMENT') or i.remaining = 0 then 'NOT_A_CLAIM'
                        when i.control_account like '416%%' then 'DOUBTFUL'
                        when f.unidentified then 'UNIDENTIFIED'
                    end as not_chased
                from followed f
                join receivable.open_item i on i.customer_id = f.customer_id and i.settled_on is null
                left join last on last.customer_id = i.customer_id and last.item_id = i.id
                offset 0
            ), sequence as (
                select a.strategy_id, count(*)::int + 1 as places,
                    array_agg(distinct lower(btrim(a.payment_method))) filter (where a.payment_method is not null) as methods,
                    array_agg(distinct a.minimum_amount order by a.minimum_amount)
                        filter (where a.minimum_amount is not null) as amounts,
                    array_agg(distinct a.delay order by a.delay)
                        filter (where a.anchor = 'DUE_DATE' and a.stage = 'AMICABLE') as delays
                from strategy.strategy_action a
                where a.strategy_id in (select strategy_id from followed)
                group by a.strategy_id
            ), choice as materialized (
                -- What comes next after each place for each sort of item: found once for a strategy, not for each item.
                select strategy_id, places, methods, amounts,
                    1 + coalesce(cardinality(methods), 0) as method_count, 1 + coalesce(cardinality(amounts), 0) as amount_count,
                    array_agg(next order by rejected, presented, method, amount, place) as next
                from (
                    select q.*, rejected, presented, m.number as method, b.number as amount, a.position as place,
                        min(a.position) filter (where
                                (a.payment_method is null or lower(btrim(a.payment_method)) = m.name)
                                and (a.minimum_amount is null or a.minimum_amount <= b.least)
                                and (a.condition is null or (a.condition = 'DIRECT_DEBIT_REJECTED') = rejected)
                                and (a.anchor in ('DUE_DATE', 'PREVIOUS_ACTION') or a.anchor = 'PRESENTATION_DATE' and presented))
                            over (partition by q.strategy_id, rejected, presented, m.number, b.number
                                order by a.position desc rows between unbounded preceding and 1 preceding) as next
                    from sequence q
                    cross join (values (false), (true)) r (rejected)
                    cross join (values (false), (true)) p (presented)
                    cross join lateral unnest(array_prepend(null, q.methods)) with ordinality m (name, number)
                    cross join lateral unnest(array_prepend(null, q.amounts)) with ordinality b (least, number)
                    cross join lateral (
                        select 0 as position, 'DUE_DATE' as anchor, null as payment_method, null as minimum_amount, null as condition
                        union all
                        select position, anchor, payment_method, minimum_amount, condition
                        from strategy.strategy_action where strategy_id = q.strategy_id) a) cases
                group by strategy_id, places, methods, amounts
            ), start as materialized (
                -- Where the sequence begins for each sort of item and each lateness on the day it was first seen.
                select strategy_id, delays, 1 + coalesce(cardinality(delays), 0) as delay_count,
                    array_agg(first order by rejected, presented, method, amount, lateness) as first
                from (
                    select q.strategy_id, q.delays, rejected, presented, m.number as method, b.number as amount, l.number as lateness,
                        least(
                            min(a.position) filter (where a.anchor = 'PRESENTATION_DATE'),
                            coalesce(
                                max(a.position) filter (where a.anchor = 'DUE_DATE' and a.stage = 'AMICABLE' and a.delay <= l.days),
                                min(a.position))) as first
                    from sequence q
                    cross join (values (false), (true)) r (rejected)
                    cross join (values (false), (true)) p (presented)
                    cross join lateral unnest(array_prepend(null, q.methods)) with ordinality m (name, number)
                    cross join lateral unnest(array_prepend(null, q.amounts)) with ordinality b (least, number)
                    cross join lateral unnest(array_prepend(null, q.delays)) with ordinality l (days, number)
                    left join strategy.strategy_action a
                        on a.strategy_id = q.strategy_id
                        and (a.payment_method is null or lower(btrim(a.payment_method)) = m.name)
                        and (a.minimum_amount is null or a.minimum_amount <= b.least)
                        and (a.condition is null or (a.condition = 'DIRECT_DEBIT_REJECTED') = rejected)
                        and (a.anchor in ('DUE_DATE', 'PREVIOUS_ACTION') or a.anchor = 'PRESENTATION_DATE' and presented)
                    group by q.strategy_id, q.delays, rejected, presented, m.number, b.number, l.number) cases
                group by strategy_id, delays
            ), chosen as (
                select s.*, here.position as last_position, r.replaced_code, r.code as other_code, r.label as other_label,
                    r.type as other_type, r.stage as other_stage, r.theoretical_date as other_date,
                    case when r.code is not null then (
                        select x.position from strategy.strategy_action x
                        where x.strategy_id = s.strategy_id and x.code = r.replaced_code)
                    when s.not_chased is not null or s.final then null
                    when s.step_code is null then t.first[1 + coalesce(width_bucket(s.lateness, t.delays), 0) + t.delay_count * %5$s]
                    when here.position is not null then c.next[1 + here.position + c.places * %5$s]
                    else (
                        -- The step done last is no longer in the strategy: dates tell where it goes on.
                        select a.position from strategy.strategy_action a
                        where a.strategy_id = s.strategy_id and %1$s is not null
                        and (a.condition is null or (a.condition = 'DIRECT_DEBIT_REJECTED') = (s.rejected_on is not null))
                        and %2$s
                        order by a.position limit 1)
                    end as position
                from situation s
                left join worklist.replaced_action r
                    on r.customer_id = s.customer_id and r.item_id = s.item_id and r.occurrence = s.occurrence
                    and r.undone_at is null and s.not_chased is null
                left join strategy.strategy_action here
                    on here.strategy_id = s.strategy_id and here.code = s.step_code
                left join choice c on c.strategy_id = s.strategy_id
                left join start t on t.strategy_id = s.strategy_id
                offset 0
            ), next as (
                select s.*, a.anchor, coalesce(s.other_code, a.code) as code, coalesce(s.other_label, a.label) as label,
                    coalesce(s.other_type, a.type) as type, coalesce(s.other_stage, a.stage) as stage,
                    coalesce(s.other_date, %1$s + a.delay) as theoretical_date
                from chosen s
                left join strategy.strategy_action a
                    on a.strategy_id = s.strategy_id and a.position = s.position and s.other_code is null
            ), decided as (
                select n.*,
                    case when n.code is not null and n.other_code is null and n.theoretical_date <= n.held_until
                        then n.held_until end as until,
                    case when n.code is not null and n.other_code is null and n.anchor <> 'PREVIOUS_ACTION'
                        and n.theoretical_date < n.not_before then n.not_before end as spaced,
                    case
                    when n.not_chased is not null then n.not_chased
                    when n.code is not null then null
                    when n.strategy_id is null then 'NO_STRATEGY'
                    when n.final then 'SEQUENCE_FINISHED'
                    when exists (
                        select from strategy.strategy_action a, (select n.*) s, (select n.last_position as position) here
                        where a.strategy_id = n.strategy_id and %2$s) then 'WAITING_FOR_EVENT'
                    when n.step_code is null then 'NO_APPLICABLE_ACTION'
                    else 'SEQUENCE_FINISHED' end as reason
                from next n
            ), plan as (
                select n.customer_id, n.item_id, n.company_id, n.agent_id, n.occurrence,
                    n.strategy_id, n.position, n.code, n.label, n.type, n.stage, n.theoretical_date,
                    coalesce(case when n.until is null and n.spaced is null and n.theoretical_date < n.due_date
                        then day.previous_working_day else day.next_working_day end,
                        greatest(n.until + 1, n.spaced), n.theoretical_date) as action_date,
                    n.replaced_code is not null as replaced, n.reason, n.until,
                    n.remaining as amount, n.currency, n.document, n.kind, n.document_date, n.due_date,
                    n.control_account, n.payment_method
                from decided n
                left join %3$s day on day.calendar = n.calendar and day.day = coalesce(greatest(n.until + 1, n.spaced), n.theoretical_date)
            )
            %4$s (
                customer_id, item_id, company_id, agent_id, occurrence, strategy_id, position, code, label, type, stage,
                theoretical_date, action_date, replaced, reason, until, amount, currency, document, kind, document_date,
                due_date, control_account, payment_method)
            select n.* from plan n
            """.formatted(
                        // The anchor of action a for situation s; null: not known (yet).
                        """
                            case a.anchor when 'DUE_DATE' then s.due_date when 'PRESENTATION_DATE' then s.presented_on
                                when 'PREVIOUS_ACTION' then coalesce(s.done_on, s.due_date) end""",
                        // Action a comes after what was done, and is for this payment method and amount.
                        """
                            (s.step_code is null or case
                                when here.position is not null then a.position > here.position
                                else coalesce(case a.anchor when 'DUE_DATE' then s.due_date
                                    when 'PRESENTATION_DATE' then s.presented_on
                                    when 'PREVIOUS_ACTION' then coalesce(s.done_on, s.due_date) end
                                    + a.delay > s.last_theoretical_date, true) end)
                            and (a.payment_method is null or lower(btrim(a.payment_method)) = lower(btrim(s.payment_method)))
                            and (a.minimum_amount is null or s.remaining >= a.minimum_amount)""",
                        days,
                        INTO,
                        // Which sort of item situation s is, for strategy c.
                        """
                            (coalesce(width_bucket(s.remaining, c.amounts), 0) + c.amount_count * (
                                coalesce(array_position(c.methods, lower(btrim(s.payment_method))), 0) + c.method_count * (
                                    (s.presented_on is not null)::int + 2 * (s.rejected_on is not null)::int)))""",
                        ChasingSettings.SPACING);
    }

    private static final String ONLY_WHAT_DIFFERS = """
            where not exists (
                select from worklist.planned_action p
                where p.customer_id = n.customer_id and p.item_id = n.item_id
                and (p.company_id, p.agent_id, p.occurrence, p.strategy_id, p.position, p.code, p.label, p.type, p.stage,
                    p.theoretical_date, p.action_date, p.replaced, p.reason, p.until, p.amount, p.currency, p.document, p.kind,
                    p.document_date, p.due_date, p.control_account, p.payment_method)
                is not distinct from
                    (n.company_id, n.agent_id, n.occurrence, n.strategy_id, n.position, n.code, n.label, n.type, n.stage,
                    n.theoretical_date, n.action_date, n.replaced, n.reason, n.until, n.amount, n.currency, n.document, n.kind,
                    n.document_date, n.due_date, n.control_account, n.payment_method))
            on conflict (customer_id, item_id) do update set
                company_id = excluded.company_id, agent_id = excluded.agent_id, occurrence = excluded.occurrence,
                strategy_id = excluded.strategy_id, position = excluded.position, code = excluded.code, label = excluded.label,
                type = excluded.type, stage = excluded.stage, theoretical_date = excluded.theoretical_date,
                action_date = excluded.action_date, replaced = excluded.replaced, reason = excluded.reason,
                until = excluded.until, amount = excluded.amount, currency = excluded.currency, document = excluded.document,
                kind = excluded.kind, document_date = excluded.document_date, due_date = excluded.due_date,
                control_account = excluded.control_account, payment_method = excluded.payment_method
            """;
}
