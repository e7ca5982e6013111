package io.encours.worklist.automatic;

import static encours.db.worklist.Tables.AUTOMATIC_MESSAGE;

import encours.db.worklist.tables.records.AutomaticItemRecord;
import encours.db.worklist.tables.records.AutomaticMessageRecord;
import io.encours.correspondence.Channel;
import io.encours.correspondence.contact.ContactMark.Kind;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.strategy.ActionType;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.worklist.outgoing.Outgoing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of automatic actions.
@Component
class AutomaticStore {

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

    AutomaticStore(DSLContext db) {
        this.db = db;
    }

    /// Customers with something to send, by id.
    List<Long> customers(long companyId, LocalDate day) {
        return db.fetch("select distinct p.customer_id " + DUE + " order by p.customer_id", companyId, day)
                .getValues(0, Long.class);
    }

    /// Locks the plan of these customers, as whoever decides on their items does. In this order always, that of
    /// two who want some of the same one waits.
    void hold(Long[] customers) {
        db.execute("""
                select from worklist.planned_action where customer_id = any (?) order by customer_id, item_id for update
                """, (Object) customers);
    }

    /// Locks the plan of these customers and reads what is due then.
    List<Due> lock(long companyId, LocalDate day, Long[] customers) {
        hold(customers);
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
                .map(AutomaticStore::due);
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

    boolean isWorkingDay(String calendar, LocalDate day) {
        return db
                .fetch("select working from platform.calendar_day where calendar = ? and day = ?", calendar, day)
                .into(Boolean.class)
                .stream()
                .findFirst()
                .orElse(true);
    }

    void keep(Outgoing.Kind kind, Map<Bundle, RowId> written, long companyId, LocalDate day) {
        var messages = new ArrayList<AutomaticMessageRecord>();
        var items = new ArrayList<AutomaticItemRecord>();
        written.forEach((bundle, message) -> {
            var firmest = bundle.firmest();
            messages.add(new AutomaticMessageRecord(
                    message.customer(),
                    message.id(),
                    companyId,
                    day,
                    firmest.position(),
                    firmest.code(),
                    firmest.label(),
                    false,
                    kind.name(),
                    bundle.waits()));
            bundle.steps()
                    .forEach(step -> items.add(new AutomaticItemRecord(
                            message.customer(),
                            message.id(),
                            step.item().id(),
                            step.occurrence(),
                            step.code(),
                            step.amount(),
                            kind.name())));
        });
        db.batchInsert(messages).execute();
        db.batchInsert(items).execute();
    }

    /// A step that a message stands for, as it is planned now.
    ///
    /// @param planned false: something else is planned for the item, or nothing
    record Step(RowId message, ActionId action, String code, String label, String type, boolean planned) {}

    /// The steps these messages or letters stand for; none of those that were written by hand.
    List<Step> steps(Outgoing.Kind kind, Collection<RowId> messages) {
        return db.fetch("""
                        select i.customer_id, i.message_id, i.item_id, i.occurrence, i.code, coalesce(p.label, i.code) as label,
                            coalesce(p.type, '') as type, p.item_id is not null as planned
                        from unnest(?::bigint[], ?::bigint[]) m (customer_id, id)
                        join worklist.automatic_item i
                            on i.kind = ? and i.customer_id = m.customer_id and i.message_id = m.id
                        left join worklist.planned_action p
                            on p.customer_id = i.customer_id and p.item_id = i.item_id and p.occurrence = i.occurrence
                            and p.code = i.code and not p.replaced
                        order by i.customer_id, i.item_id
                        """, customersOf(messages), idsOf(messages), kind.name())
                .map(row -> new Step(
                        new RowId(row.get("customer_id", Long.class), row.get("message_id", Long.class)),
                        new ActionId(
                                new RowId(row.get("customer_id", Long.class), row.get("item_id", Long.class)),
                                row.get("occurrence", Integer.class)),
                        row.get("code", String.class),
                        row.get("label", String.class),
                        row.get("type", String.class),
                        row.get("planned", Boolean.class)));
    }

    private static Long[] customersOf(Collection<RowId> messages) {
        return messages.stream().map(RowId::customer).toArray(Long[]::new);
    }

    private static Long[] idsOf(Collection<RowId> messages) {
        return messages.stream().map(RowId::id).toArray(Long[]::new);
    }

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

    /// What these messages or letters speak of; none of those that were written by hand. Their plan is locked,
    /// as by whoever decides on the items.
    List<Subject> subjects(Outgoing.Kind kind, Collection<RowId> messages) {
        var customers = customersOf(messages);
        var ids = idsOf(messages);
        hold(customers);
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

    /// A message of Encours itself.
    ///
    /// @param toConfirm a person lets it go
    record Own(long companyId, boolean toConfirm) {}

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

    /// The first working day from this one on.
    LocalDate workingDay(String calendar, LocalDate day) {
        return db
                .fetch(
                        "select min(day) from platform.calendar_day where calendar = ? and day >= ? and working",
                        calendar,
                        day)
                .into(LocalDate.class)
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(day);
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

    void markWithdrawn(Outgoing.Kind kind, Collection<RowId> messages) {
        db.execute("""
                update worklist.automatic_message w set withdrawn = true
                from unnest(?::bigint[], ?::bigint[]) m (customer_id, id)
                where w.kind = ? and w.customer_id = m.customer_id and w.message_id = m.id
                """, customersOf(messages), idsOf(messages), kind.name());
    }

    /// Writes that these steps were done by their messages.
    ///
    /// @param events that tell of it, in the order of the steps
    /// @param by null: Encours itself
    void done(
            Outgoing.Kind kind,
            List<Step> steps,
            List<Long> events,
            LocalDate day,
            OffsetDateTime now,
            @Nullable Long by) {
        db.execute(
                """
                insert into worklist.done_action (customer_id, company_id, item_id, occurrence, decision, strategy_id, position,
                    step_code, code, label, type, stage, final, theoretical_date, action_date, done_on, done_at, done_by,
                    event_id, outgoing_kind, outgoing_id)
                select p.customer_id, p.company_id, p.item_id, p.occurrence, 'VALIDATED', p.strategy_id, p.position,
                    p.code, p.code, p.label, p.type, p.stage, coalesce(a.final, false), p.theoretical_date, p.action_date,
                    w.day, w.done_at, w.done_by, d.event_id, w.kind, d.message_id
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) d (customer_id, item_id, message_id, event_id)
                cross join (select ?::date, ?::timestamptz, ?::bigint, ?::text) w (day, done_at, done_by, kind)
                join worklist.planned_action p on p.customer_id = d.customer_id and p.item_id = d.item_id
                left join strategy.strategy_action a on a.strategy_id = p.strategy_id and a.code = p.code
                """,
                steps.stream().map(step -> step.action().item().customer()).toArray(Long[]::new),
                steps.stream().map(step -> step.action().item().id()).toArray(Long[]::new),
                steps.stream().map(step -> step.message().id()).toArray(Long[]::new),
                events.toArray(Long[]::new),
                day,
                now,
                by,
                kind.name());
    }

    /// A step that was done by a message which is cancelled.
    record Undone(ActionId action, String code, String label, String type) {}

    /// Takes back what these messages stood for, where nothing was decided after it.
    List<Undone> undo(Outgoing.Kind kind, Collection<RowId> messages, OffsetDateTime now, @Nullable Long by) {
        return db.fetch("""
                        update worklist.done_action d set undone_at = ?::timestamptz, undone_by = ?::bigint
                        from unnest(?::bigint[], ?::bigint[]) m (customer_id, id)
                        where d.customer_id = m.customer_id and d.outgoing_kind = ? and d.outgoing_id = m.id
                        and d.undone_at is null
                        and (d.outgoing_kind = 'MESSAGE' or exists (
                            select from worklist.automatic_message w
                            where w.customer_id = d.customer_id and w.kind = d.outgoing_kind and w.message_id = d.outgoing_id))
                        and not exists (
                            select from worklist.done_action x
                            where x.customer_id = d.customer_id and x.item_id = d.item_id and x.occurrence > d.occurrence
                            and x.undone_at is null)
                        and not exists (
                            select from worklist.replaced_action r
                            where r.customer_id = d.customer_id and r.item_id = d.item_id and r.occurrence > d.occurrence
                            and r.undone_at is null)
                        returning d.customer_id, d.item_id, d.occurrence, d.code, d.label, d.type
                        """, now, by, customersOf(messages), idsOf(messages), kind.name())
                .map(row -> new Undone(
                        new ActionId(
                                new RowId(row.get(0, Long.class), row.get(1, Long.class)), row.get(2, Integer.class)),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class)));
    }
}
