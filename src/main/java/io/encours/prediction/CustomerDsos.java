package io.encours.prediction;

import io.encours.receivable.LedgerChanged;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The DSO of every customer, kept for filters and orders over many of them (D4, S9): by the balance method
/// over 365 days (kpi.md §3), as of the day it was worked out last. Of a ledger that does not reach back as
/// far, and of who has no entries, there is none. Reports work out their own, as of any day.
@Service
public class CustomerDsos {

    private static final String WORK_OUT = """
            insert into prediction.customer_dso as kept (customer_id, company_id, as_of, receivables, turnover)
            select customer_id, min(company_id), ?::date,
                   coalesce(sum(remaining) filter (
                       where control_account not like '416%' and control_account not like '418%'
                       and control_account not like '419%' and (kind <> 'DEPOSIT' or original >= 0)), 0),
                   coalesce(sum(original) filter (
                       where receivable.is_turnover(kind, nature, opening, control_account)
                       and document_date > ?::date - 365 and document_date <= ?::date), 0)
            from receivable.open_item where :which and entry_date <= ?::date
            and not exists (select from receivable.open_item o where o.company_id = ? and o.opening
                            having min(o.entry_date) > ?::date - 364)
            group by customer_id
            on conflict (customer_id) do update
            set as_of = excluded.as_of, receivables = excluded.receivables, turnover = excluded.turnover
            """;

    private final DSLContext db;
    private final CompanyToday today;

    CustomerDsos(DSLContext db, CompanyToday today) {
        this.db = db;
        this.today = today;
    }

    /// Before whoever plans by it.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    void renew(LedgerChanged change) {
        workOut(
                "customer_id = any (?::bigint[])",
                change.customerIds().toArray(Long[]::new),
                change.companyId(),
                today.of(change.companyId()));
    }

    /// Of every customer of a company: the days that count have moved.
    @Transactional
    public void renewAll(long companyId, LocalDate day) {
        workOut("company_id = ?", companyId, companyId, day);
    }

    private void workOut(String which, Object whose, long companyId, LocalDate day) {
        db.execute("delete from prediction.customer_dso where " + which, whose);
        db.execute(WORK_OUT.replace(":which", which), day, day, day, whose, day, companyId, day);
    }
}
