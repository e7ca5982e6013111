package io.encours.worklist.automatic;

import io.encours.correspondence.Channel;
import io.encours.correspondence.contact.ContactMark.Kind;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.platform.RowId;
import io.encours.strategy.ActionType;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The SQL of what is due: steps that go out by themselves, and what their customers owe.
@Component
class DueStore {

    /// What a customer owes, and how it can be reached.
    ///
    /// @param email as it was typed; empty: none
    /// @param letters its address is complete
    record Balance(
            BigDecimal overdue, BigDecimal credits, String email, String phone, boolean letters, String country) {

        boolean reaches(Channel channel) {
            return switch (channel) {
                case EMAIL -> !email.isEmpty();
                case SMS -> !phone.isEmpty();
                case LETTER -> letters;
            };
        }

        /// As marks know it; empty: it is none, or letters are not marked.
        Optional<String> address(Channel channel) {
            return switch (channel) {
                case EMAIL -> ContactMarks.normal(Kind.EMAIL, email, country);
                case SMS -> ContactMarks.normal(Kind.PHONE, phone, country);
                case LETTER -> Optional.empty();
            };
        }
    }

    private static final String DUE = """
            from worklist.planned_action p
            join strategy.strategy_action a on a.strategy_id = p.strategy_id and a.code = p.code
            where p.company_id = ? and p.action_date <= ? and p.code is not null and not p.replaced and a.mode <> 'MANUAL'
            and not exists (
                select from correspondence.message_item i
                where i.customer_id = p.customer_id and i.item_id = p.item_id and i.occurrence = p.occurrence and i.live)
            """;

    private final DSLContext db;
    private final PlanLock plan;

    DueStore(DSLContext db, PlanLock plan) {
        this.db = db;
        this.plan = plan;
    }

    /// Customers with something to send, by id.
    List<Long> customers(long companyId, LocalDate day) {
        return db.fetch("select distinct p.customer_id " + DUE + " order by p.customer_id", companyId, day)
                .getValues(0, Long.class);
    }

    /// Locks the plan of these customers and reads what is due then.
    List<Due> lock(long companyId, LocalDate day, Long[] customers) {
        plan.hold(customers);
        return db.fetch(
                        """
                        select p.customer_id, p.item_id, p.occurrence, p.code, p.label, p.type, a.purpose, p.stage, p.position,
                            a.mode, a.per_customer, a.template, p.amount, p.currency, p.document, (
                                select 1 + count(*)::int from strategy.strategy_action b
                                where b.strategy_id = a.strategy_id and b.position < a.position and b.purpose = a.purpose
                                and b.type in ('EMAIL', 'SMS', 'LETTER', 'REGISTERED_LETTER', 'CARD_PAYMENT_REQUEST')) as level,
                            exists (
                                select from worklist.done_action d
                                where d.customer_id = p.customer_id and d.item_id = p.item_id and d.code = p.code
                                and d.decision = 'VALIDATED' and d.undone_at is null) as done_before,
                            exists (
                                select from worklist.automatic_item i
                                join worklist.automatic_message w
                                    on w.customer_id = i.customer_id and w.kind = i.kind and w.message_id = i.message_id
                                left join correspondence.message m
                                    on i.kind = 'MESSAGE' and m.customer_id = i.customer_id and m.id = i.message_id
                                left join correspondence.letter l
                                    on i.kind = 'LETTER' and l.customer_id = i.customer_id and l.id = i.message_id
                                left join worklist.done_action d
                                    on d.customer_id = i.customer_id and d.item_id = i.item_id
                                    and d.occurrence = i.occurrence and d.outgoing_kind = i.kind
                                    and d.outgoing_id = i.message_id and d.undone_by is not null
                                where i.customer_id = p.customer_id and i.item_id = p.item_id
                                and i.occurrence = p.occurrence and i.code = p.code
                                and (d.undone_by is not null
                                    or (not w.withdrawn and (m.state = 'CANCELLED' or l.cancelled_at is not null)))) as taken_out
                        """ + DUE + " and p.customer_id = any (?) order by p.customer_id, p.due_date, p.item_id",
                        companyId,
                        day,
                        customers)
                .map(DueStore::due);
    }

    private static Due due(Record row) {
        return new Due(
                new RowId(row.get("customer_id", Long.class), row.get("item_id", Long.class)),
                row.get("occurrence", Integer.class),
                row.get("code", String.class),
                row.get("label", String.class),
                ActionType.valueOf(row.get("type", String.class)),
                Purpose.valueOf(row.get("purpose", String.class)),
                Stage.valueOf(row.get("stage", String.class)),
                row.get("position", Integer.class),
                Math.min(row.get("level", Integer.class), 9),
                Mode.valueOf(row.get("mode", String.class)),
                row.get("per_customer", Boolean.class),
                row.get("template", String.class),
                row.get("amount", BigDecimal.class),
                row.get("currency", String.class),
                row.get("document", String.class),
                row.get("done_before", Boolean.class),
                row.get("taken_out", Boolean.class));
    }

    Map<Long, Balance> balances(Long[] customers, LocalDate day) {
        return db.fetch("""
                        select c.id,
                            coalesce(sum(i.remaining) filter (where i.remaining > 0 and i.due_date < ?), 0) as overdue,
                            coalesce(-sum(i.remaining) filter (where i.remaining < 0 and i.kind <> 'DEPOSIT'), 0) as credits,
                            coalesce(btrim(c.email), '') as email, coalesce(btrim(c.phone), '') as phone, c.country,
                            coalesce(btrim(c.address), '') <> '' and coalesce(btrim(c.city), '') <> '' as letters
                        from customer.customer c
                        left join receivable.open_item i on i.customer_id = c.id and i.settled_on is null
                        where c.id = any (?)
                        group by c.id
                        """, day, customers)
                .intoMap(
                        row -> row.get("id", Long.class),
                        row -> new Balance(
                                row.get("overdue", BigDecimal.class),
                                row.get("credits", BigDecimal.class),
                                row.get("email", String.class),
                                row.get("phone", String.class),
                                row.get("letters", Boolean.class),
                                row.get("country", String.class)));
    }
}
