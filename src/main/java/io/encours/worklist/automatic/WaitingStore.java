package io.encours.worklist.automatic;

import static encours.db.worklist.Tables.AUTOMATIC_MESSAGE;

import io.encours.correspondence.Channel;
import io.encours.platform.RowId;
import io.encours.strategy.Purpose;
import io.encours.worklist.outgoing.Outgoing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of what waits and is judged again before it goes.
@Component
class WaitingStore {

    /// One item of a message or letter that waits, and what became of it.
    ///
    /// @param day business day it was written for
    /// @param toConfirm a person lets it go
    /// @param recipient address or number; null for a letter
    /// @param said what remains of the item, in its words
    /// @param plannedFor of the step, while it is not done; null: another is planned, or none
    /// @param done the step was done by this message, and that stands
    record Subject(
            RowId message,
            long item,
            long companyId,
            LocalDate day,
            boolean toConfirm,
            Channel channel,
            Purpose purpose,
            @Nullable String recipient,
            BigDecimal said,
            boolean isConfirmed,
            @Nullable LocalDate plannedFor,
            boolean done) {}

    /// A message of Encours itself.
    ///
    /// @param toConfirm a person lets it go
    record Own(long companyId, boolean toConfirm) {}

    private final DSLContext db;
    private final PlanLock plan;

    WaitingStore(DSLContext db, PlanLock plan) {
        this.db = db;
        this.plan = plan;
    }

    /// What these messages or letters speak of; none of those that were written by hand. Their plan is locked,
    /// as by whoever decides on the items.
    List<Subject> subjects(Outgoing.Kind kind, Collection<RowId> messages) {
        var customers = RowId.customers(messages);
        var ids = RowId.ids(messages);
        plan.hold(customers);
        return db.fetch("""
                        select w.customer_id, w.message_id, i.item_id, w.company_id, w.day, w.to_confirm,
                            coalesce(m.channel, 'LETTER') as channel, coalesce(m.purpose, l.purpose) as purpose,
                            m.recipients[1] as recipient, coalesce(mi.remaining, li.remaining) as said,
                            coalesce(m.state <> 'TO_CONFIRM', true) as confirmed, p.action_date as planned_for, exists (
                                select from worklist.done_action d
                                where d.customer_id = i.customer_id and d.item_id = i.item_id and d.occurrence = i.occurrence
                                and d.outgoing_kind = i.kind and d.outgoing_id = i.message_id and d.undone_at is null) as done
                        from unnest(?::bigint[], ?::bigint[]) g (customer_id, id)
                        join worklist.automatic_message w
                            on w.kind = ? and w.customer_id = g.customer_id and w.message_id = g.id
                        join worklist.automatic_item i
                            on i.customer_id = w.customer_id and i.kind = w.kind and i.message_id = w.message_id
                        left join correspondence.message m
                            on w.kind = 'MESSAGE' and m.customer_id = w.customer_id and m.id = w.message_id
                        left join correspondence.message_item mi
                            on w.kind = 'MESSAGE' and mi.customer_id = i.customer_id and mi.message_id = i.message_id
                            and mi.item_id = i.item_id
                        left join correspondence.letter l
                            on w.kind = 'LETTER' and l.customer_id = w.customer_id and l.id = w.message_id
                        left join correspondence.letter_item li
                            on w.kind = 'LETTER' and li.customer_id = i.customer_id and li.letter_id = i.message_id
                            and li.item_id = i.item_id
                        left join worklist.planned_action p
                            on p.customer_id = i.customer_id and p.item_id = i.item_id and p.occurrence = i.occurrence
                            and p.code = i.code and not p.replaced
                        order by w.customer_id, w.message_id, i.item_id
                        """, customers, ids, kind.name())
                .map(row -> new Subject(
                        new RowId(row.get("customer_id", Long.class), row.get("message_id", Long.class)),
                        row.get("item_id", Long.class),
                        row.get("company_id", Long.class),
                        row.get("day", LocalDate.class),
                        row.get("to_confirm", Boolean.class),
                        Channel.valueOf(row.get("channel", String.class)),
                        Purpose.valueOf(row.get("purpose", String.class)),
                        row.get("recipient", String.class),
                        row.get("said", BigDecimal.class),
                        row.get("confirmed", Boolean.class),
                        row.get("planned_for", LocalDate.class),
                        row.get("done", Boolean.class)));
    }

    /// Empty when it was written by hand.
    Optional<Own> own(RowId message) {
        return db.select(AUTOMATIC_MESSAGE.COMPANY_ID, AUTOMATIC_MESSAGE.TO_CONFIRM)
                .from(AUTOMATIC_MESSAGE)
                .where(
                        AUTOMATIC_MESSAGE.CUSTOMER_ID.eq(message.customer()),
                        AUTOMATIC_MESSAGE.KIND.eq(Outgoing.Kind.MESSAGE.name()),
                        AUTOMATIC_MESSAGE.MESSAGE_ID.eq(message.id()))
                .fetchOptional(row -> new Own(row.value1(), row.value2()));
    }

    /// Messages of a company that wait for confirmation.
    List<RowId> toConfirm(long companyId) {
        return db.fetch("""
                        select w.customer_id, w.message_id
                        from worklist.automatic_message w
                        join correspondence.message m on m.customer_id = w.customer_id and m.id = w.message_id
                        where w.kind = 'MESSAGE' and w.company_id = ? and m.state = 'TO_CONFIRM'
                        order by w.customer_id, w.message_id
                        """, companyId).map(row -> new RowId(row.get(0, Long.class), row.get(1, Long.class)));
    }

    /// Automatic letters of a company that nobody printed yet.
    List<RowId> toPrint(long companyId) {
        return db.fetch("""
                        select w.customer_id, w.message_id
                        from worklist.automatic_message w
                        join correspondence.letter l on l.customer_id = w.customer_id and l.id = w.message_id
                        where w.kind = 'LETTER' and w.company_id = ? and l.print_run_id is null and l.cancelled_at is null
                        order by w.customer_id, w.message_id
                        """, companyId).map(row -> new RowId(row.get(0, Long.class), row.get(1, Long.class)));
    }
}
