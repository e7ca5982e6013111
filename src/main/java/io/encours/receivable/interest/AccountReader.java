package io.encours.receivable.interest;

import io.encours.receivable.ItemKind;
import io.encours.receivable.interest.CustomerAccount.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Reads the accounts that interest needs in one pass, customer by customer, so that a company costs the same memory as
/// a customer.
final class AccountReader {

    private static final int FETCH = 5_000;

    private final DSLContext db;

    AccountReader(DSLContext db) {
        this.db = db;
    }

    void company(long companyId, LocalDate asOf, Consumer<CustomerAccount> each) {
        read("company_id = ?", companyId, asOf, each);
    }

    void customers(Long[] customerIds, LocalDate asOf, Consumer<CustomerAccount> each) {
        read("customer_id = any(?)", customerIds, asOf, each);
    }

    /// In the caller's transaction, else the driver would hold all rows at once.
    private void read(String which, Object value, LocalDate asOf, Consumer<CustomerAccount> each) {
        var query = db.resultQuery(SQL.replace(":which", which), value, value, asOf, asOf)
                .fetchSize(FETCH);
        try (var rows = query.fetchLazy()) {
            @Nullable CustomerAccount account = null;
            for (var row : rows) {
                var customerId = row.get(0, Long.class);
                if (account == null || account.customerId() != customerId) {
                    if (account != null) {
                        each.accept(account);
                    }
                    account = new CustomerAccount(customerId);
                }
                add(row, account);
            }
            if (account != null) {
                each.accept(account);
            }
        }
    }

    private static void add(Record row, CustomerAccount account) {
        var sort = row.get(1, String.class);
        if (sort.equals("TRANSFER")) {
            account.transfer(
                    row.get(2, Long.class), Transfers.Into.valueOf(row.get(4, String.class)), row.get(3, Long.class));
            return;
        }
        var kind = ItemKind.valueOf(row.get(4, String.class));
        if (sort.equals("ALLOCATION")) {
            account.allocate(
                    row.get(2, Long.class),
                    row.get(3, Long.class),
                    kind,
                    row.get(8, LocalDate.class),
                    row.get(9, BigDecimal.class));
            return;
        }
        account.add(new Line(
                row.get(2, Long.class),
                row.get(3, Long.class),
                kind,
                row.get(5, String.class),
                row.get(6, LocalDate.class),
                row.get(7, LocalDate.class),
                row.get(8, LocalDate.class),
                row.get(9, BigDecimal.class),
                row.get(10, String.class)));
    }

    /// Claims that may have been late; of a group that balances all lines, since the day it was matched is not the day
    /// the money arrived; else what was allocated, on the day of the credit. Of a claim that moved to doubtful
    /// customers or into a bill, the line of the same entry that carries it on, with what paid that.
    private static final String SQL = """
            with transfer as materialized (
                select t.customer_id, t.id as credit_id,
                       case t.nature when 'DOUBTFUL' then 'DOUBTFUL' else 'BILL' end as moved_to, s.id as debit_id
                from (
                    select * from receivable.ledger_line
                    where :which and nature in ('DOUBTFUL', 'BILL_CREATED') and credit > debit) t
                left join receivable.ledger_line s
                    on s.customer_id = t.customer_id and s.journal = t.journal and s.entry_number = t.entry_number
                    and s.entry_date = t.entry_date and s.debit > s.credit and s.set_aside is null
                    and (t.nature = 'DOUBTFUL' and s.control_account like '416%'
                        or t.nature = 'BILL_CREATED' and (s.control_account like '413%' or s.control_account like '51%'))
            ), late as (
                select o.* from receivable.open_item o
                where :which and o.original > 0 and o.due_date < ? and o.entry_date <= ?
                  and o.kind in ('INVOICE', 'DEPOSIT_INVOICE', 'RETENTION', 'RETURNED_PAYMENT')
                  and (o.settled_on is null or o.settled_on > o.due_date)
                union
                select o.* from transfer t
                join receivable.open_item o on o.customer_id = t.customer_id and o.id = t.debit_id
            ), matched as (
                select distinct customer_id, matching_id from late where matching_id is not null
            )
            select o.customer_id, 'LINE', o.id, o.matching_id, o.kind, o.document, o.document_date, o.due_date,
                   o.entry_date, o.original, o.currency
            from matched m join receivable.open_item o using (customer_id, matching_id)
            union all
            select customer_id, 'LINE', id, null, kind, document, document_date, due_date, entry_date, original, currency
            from late where matching_id is null
            union all
            select a.customer_id, 'ALLOCATION', a.debit_item_id, a.credit_item_id, c.kind, '', null, null, c.entry_date, a.amount, l.currency
            from late l
            join receivable.allocation a on a.customer_id = l.customer_id and a.debit_item_id = l.id
            join receivable.open_item c on c.customer_id = a.customer_id and c.id = a.credit_item_id
            where l.matching_id is null
            union all
            select customer_id, 'TRANSFER', credit_id, debit_id, moved_to, '', null, null, null, null, '' from transfer
            order by 1
            """;
}
