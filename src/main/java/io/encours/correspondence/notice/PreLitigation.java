package io.encours.correspondence.notice;

import io.encours.platform.RowId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/// Who is in the pre-litigation stage (*précontentieux*): a customer with a formal notice that was not cancelled and of
/// whose items something remains unpaid. Nothing is stored about it, so it ends by itself when they are paid.
@Service
public class PreLitigation {

    private final DSLContext db;

    PreLitigation(DSLContext db) {
        this.db = db;
    }

    /// Since when, by the first notice that stands.
    ///
    /// @param customerId of a customer the caller has already read within the scope
    public Optional<LocalDate> since(long customerId) {
        return Optional.ofNullable(db.fetchSingle("""
                select min(n.dated)
                from correspondence.notice n
                where n.customer_id = ?
                  and not exists (select from correspondence.notice_step s
                                  where s.customer_id = n.customer_id and s.notice_id = n.id and s.kind = 'CANCELLED')
                  and exists (select from correspondence.notice_item i
                              join receivable.open_item o on o.customer_id = i.customer_id and o.id = i.item_id
                              where i.customer_id = n.customer_id and i.notice_id = n.id and o.settled_on is null)
                """, customerId).into(LocalDate.class));
    }

    /// Open items that a notice which stands demands, each with the day of the first.
    ///
    /// @param customerIds of customers the caller has already read within the scope
    public Map<RowId, LocalDate> items(Collection<Long> customerIds) {
        return db.fetch("""
                select i.customer_id, i.item_id, min(n.dated)
                from correspondence.notice n
                join correspondence.notice_item i on i.customer_id = n.customer_id and i.notice_id = n.id
                join receivable.open_item o on o.customer_id = i.customer_id and o.id = i.item_id
                where n.customer_id = any (?) and o.settled_on is null
                  and not exists (select from correspondence.notice_step s
                                  where s.customer_id = n.customer_id and s.notice_id = n.id and s.kind = 'CANCELLED')
                group by i.customer_id, i.item_id
                """, (Object) customerIds.stream().distinct().toArray(Long[]::new))
                .intoMap(
                        row -> new RowId(row.get(0, Long.class), row.get(1, Long.class)),
                        row -> row.get(2, LocalDate.class));
    }
}
