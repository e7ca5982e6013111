package io.encours.receivable;

import io.encours.platform.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/// The law of the ledger: for each customer and control account Σ remaining of the items = Σ (debit − credit) of the
/// lines that count, on every day. Checked at the end of every change, on what the tables hold.
final class BalanceCheck {

    private final DSLContext db;

    BalanceCheck(DSLContext db) {
        this.db = db;
    }

    /// @param days beside the present state, days of which the state as of then is checked
    /// @throws Problem refused, when a sum is wrong; the transaction must not commit
    void verify(List<LocalDate> days) {
        var lines = new StringBuilder();
        var items = new StringBuilder();
        var paid = new StringBuilder();
        for (var i = 0; i < days.size(); i++) {
            var day = "date '" + days.get(i) + "'";
            lines.append(", coalesce(sum(l.debit - l.credit) filter (where l.entry_date <= ")
                    .append(day)
                    .append("), 0) as d")
                    .append(i);
            items.append(", coalesce(sum(o.original) filter (where o.entry_date <= ")
                    .append(day)
                    .append(" and (o.settled_on is null or o.settled_on > ")
                    .append(day)
                    .append(")), 0) as d")
                    .append(i);
            paid.append(", coalesce(sum(a.amount) filter (where a.allocated_on <= ")
                    .append(day)
                    .append(" and (o.settled_on is null or o.settled_on > ")
                    .append(day)
                    .append(")), 0) as d")
                    .append(i);
        }
        var sql = new StringBuilder(
                        "with line as (select l.customer_id, l.control_account, sum(l.debit - l.credit) as total")
                .append(lines)
                .append(
                        " from touched t join receivable.ledger_line l using (customer_id) where l.set_aside is null group by 1, 2)")
                .append(", item as (select o.customer_id, o.control_account, sum(o.remaining) as total")
                .append(items)
                .append(" from touched t join receivable.open_item o using (customer_id) group by 1, 2)")
                .append(", paid as (select o.customer_id, o.control_account")
                .append(paid)
                .append(
                        " from (select a.customer_id, a.debit_item_id as id, a.amount, a.allocated_on from touched t join receivable.allocation a using (customer_id)")
                .append(
                        " union all select a.customer_id, a.credit_item_id, -a.amount, a.allocated_on from touched t join receivable.allocation a using (customer_id)) a")
                .append(" join receivable.open_item o on o.customer_id = a.customer_id and o.id = a.id group by 1, 2)")
                .append(" select count(*) from line full join item using (customer_id, control_account)")
                .append(" left join paid using (customer_id, control_account)")
                .append(" where line.total is distinct from item.total");
        for (var i = 0; i < days.size(); i++) {
            sql.append(" or line.d%1$d is distinct from item.d%1$d - coalesce(paid.d%1$d, 0)".formatted(i));
        }
        var wrong = db.fetchSingle(sql.toString()).into(int.class);
        if (wrong > 0) {
            throw Problem.refused("receivable.problem.unbalanced", String.valueOf(wrong));
        }
    }
}
