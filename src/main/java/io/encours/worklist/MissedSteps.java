package io.encours.worklist;

import static encours.db.worklist.Tables.PLANNED_ACTION;

import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.strategy.ActionType;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/// Steps of an item's sequence that are not replayed, because the item came into the application after their
/// day and a later one was due already (A5b).
@Service
public class MissedSteps {

    /// @param day it would have been done on, before it was moved to a working day
    /// @param seenOn business day on which the item came in
    public record Missed(String code, String label, ActionType type, LocalDate day, LocalDate seenOn) {}

    private final DSLContext db;

    MissedSteps(DSLContext db) {
        this.db = db;
    }

    /// In their order; empty when nothing was missed, and outside of the scope.
    public List<Missed> of(Scope scope, RowId item) {
        return db.fetch(
                        """
                        select a.code, a.label, a.type, i.due_date + a.delay as day, i.seen_on
                        from worklist.planned_action p
                        join receivable.open_item i on i.customer_id = p.customer_id and i.id = p.item_id
                        join strategy.strategy_action s on s.strategy_id = p.strategy_id and s.position = (
                            select coalesce((
                                select min(b.position) from worklist.done_action d
                                join strategy.strategy_action b on b.strategy_id = p.strategy_id and b.code = d.step_code
                                where d.customer_id = p.customer_id and d.item_id = p.item_id and d.undone_at is null), p.position))
                        join strategy.strategy_action a on a.strategy_id = p.strategy_id and a.position < s.position
                        where {0} and p.customer_id = {1} and p.item_id = {2}
                        and a.anchor = 'DUE_DATE' and s.anchor = 'DUE_DATE' and a.condition is null
                        and (a.payment_method is null
                            or lower(btrim(a.payment_method)) = lower(btrim(coalesce(i.payment_method, ''))))
                        and i.remaining >= coalesce(a.minimum_amount, 0)
                        and i.due_date + s.delay <= i.seen_on and i.due_date + a.delay < i.seen_on
                        order by a.position
                        """,
                        scope.covers(PLANNED_ACTION.as("p").COMPANY_ID, PLANNED_ACTION.as("p").AGENT_ID),
                        item.customer(),
                        item.id())
                .map(row -> new Missed(
                        row.get("code", String.class),
                        row.get("label", String.class),
                        ActionType.valueOf(row.get("type", String.class)),
                        row.get("day", LocalDate.class),
                        row.get("seen_on", LocalDate.class)));
    }
}
