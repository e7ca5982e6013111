package io.encours.prediction;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.prediction.Tables.CARRIED_PART;
import static encours.db.prediction.Tables.MONEY_ON_INVOICE;
import static encours.db.prediction.Tables.PAID_INVOICE;
import static encours.db.prediction.Tables.PAYMENT_BEHAVIOUR;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import encours.db.prediction.tables.records.PaymentBehaviourRecord;
import io.encours.prediction.PaymentBehaviours.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// SQL of payment behaviour.
final class BehaviourStore {

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /// A day that was not known when the sums were worked out and is now, or the other way round in sums over all.
    private static final String OVERTAKEN = """
            case when b.customer_id is null then %1$s <= ?
                 when b.as_of is null then %1$s > ?
                 else %1$s > b.as_of and %1$s <= ? end""";

    private final DSLContext db;

    BehaviourStore(DSLContext db) {
        this.db = db;
    }

    /// Works the kept sums of these customers out again: what is known by a day.
    void renew(Long[] customers, LocalDate day) {
        db.execute("delete from prediction.carried_part where customer_id = any (?::bigint[])", (Object) customers);
        db.execute("insert into prediction.carried_part select * from prediction.carried_parts(?::bigint[])", (Object)
                customers);
        db.execute(
                "delete from prediction.payment_behaviour where customer_id = any (?::bigint[])", (Object) customers);
        db.execute("""
                insert into prediction.payment_behaviour (customer_id, company_id, invoices, days_from_invoice, days_late,
                    paid, paid_days_from_invoice, paid_days_late, as_of)
                with paid as (
                    select customer_id, min(company_id) as company_id, count(*) as invoices,
                           sum(settled_on - document_date) as days_from_invoice, sum(settled_on - due_date) as days_late
                    from prediction.paid_invoice where customer_id = any (?::bigint[]) and known_on <= ? group by customer_id
                ), money as (
                    select customer_id, min(company_id) as company_id, sum(amount) as paid,
                           sum(days_from_invoice) as days_from_invoice, sum(days_late) as days_late
                    from prediction.money_on_invoice where customer_id = any (?::bigint[]) and known_on <= ? group by customer_id
                )
                select customer_id, coalesce(p.company_id, m.company_id), coalesce(p.invoices, 0),
                       coalesce(p.days_from_invoice, 0), coalesce(p.days_late, 0),
                       coalesce(m.paid, 0), coalesce(m.days_from_invoice, 0), coalesce(m.days_late, 0), ?
                from paid p full join money m using (customer_id)
                """, customers, day, customers, day, day);
    }

    Map<Long, Behaviour> kept(Collection<Long> customers) {
        return db.selectFrom(PAYMENT_BEHAVIOUR)
                .where(PAYMENT_BEHAVIOUR.CUSTOMER_ID.in(customers))
                .fetchMap(PAYMENT_BEHAVIOUR.CUSTOMER_ID, BehaviourStore::behaviour);
    }

    /// Customers of whom something has become known since their sums were worked out, by a day.
    Long[] overtaken(long company, LocalDate day) {
        return db.fetch(
                        """
                        select p.customer_id
                        from prediction.carried_part p
                        join customer.customer c on c.id = p.customer_id
                        left join prediction.payment_behaviour b on b.customer_id = p.customer_id
                        where c.company_id = ? and %1$s
                        union
                        select p.customer_id
                        from receivable.open_item p left join prediction.payment_behaviour b on b.customer_id = p.customer_id
                        where p.company_id = ? and p.kind in ('INVOICE', 'DEPOSIT_INVOICE') and p.original > 0 and %2$s
                        """.formatted(OVERTAKEN.formatted("p.known_on"), OVERTAKEN.formatted("p.settled_on")),
                        company,
                        day,
                        day,
                        day,
                        company,
                        day,
                        day,
                        day)
                .into(Long.class)
                .toArray(Long[]::new);
    }

    /// Whether the kept sums of customers are those of a day.
    boolean isAsOf(Condition customers, LocalDate day) {
        var worked = when(PAYMENT_BEHAVIOUR.CUSTOMER_ID.isNull(), field("date '-infinity'", LocalDate.class))
                .otherwise(coalesce(PAYMENT_BEHAVIOUR.AS_OF, field("date 'infinity'", LocalDate.class)));
        return !db.fetchExists(
                CARRIED_PART
                        .join(CUSTOMER_)
                        .on(CUSTOMER_.ID.eq(CARRIED_PART.CUSTOMER_ID))
                        .leftJoin(PAYMENT_BEHAVIOUR)
                        .on(PAYMENT_BEHAVIOUR.CUSTOMER_ID.eq(CARRIED_PART.CUSTOMER_ID)),
                customers,
                CARRIED_PART.KNOWN_ON.gt(least(worked, val(day))),
                CARRIED_PART.KNOWN_ON.le(greatest(worked, val(day))));
    }

    /// The kept sums of customers together.
    Behaviour keptTotal(Condition customers) {
        return db.select(
                        total(PAYMENT_BEHAVIOUR.INVOICES.cast(Long.class)),
                        total(PAYMENT_BEHAVIOUR.DAYS_FROM_INVOICE),
                        total(PAYMENT_BEHAVIOUR.DAYS_LATE),
                        total(PAYMENT_BEHAVIOUR.PAID),
                        total(PAYMENT_BEHAVIOUR.PAID_DAYS_FROM_INVOICE),
                        total(PAYMENT_BEHAVIOUR.PAID_DAYS_LATE))
                .from(PAYMENT_BEHAVIOUR)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(PAYMENT_BEHAVIOUR.CUSTOMER_ID))
                .where(customers)
                .fetchSingle(row -> new Behaviour(
                        row.value1().longValue(),
                        row.value2().longValue(),
                        row.value3().longValue(),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    /// The kept sums of customers, by name.
    List<Row> keptRows(Condition customers) {
        return db.select(CUSTOMER_.ID, COMPANY_.CODE, CUSTOMER_.CODE, CUSTOMER_.NAME)
                .select(PAYMENT_BEHAVIOUR.fields())
                .from(PAYMENT_BEHAVIOUR)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(PAYMENT_BEHAVIOUR.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .where(customers)
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .fetch(row -> new Row(
                        row.get(CUSTOMER_.ID),
                        row.get(COMPANY_.CODE),
                        row.get(CUSTOMER_.CODE),
                        row.get(CUSTOMER_.NAME),
                        behaviour(row.into(PAYMENT_BEHAVIOUR))));
    }

    private static Behaviour behaviour(PaymentBehaviourRecord row) {
        return new Behaviour(
                row.getInvoices(),
                row.getDaysFromInvoice(),
                row.getDaysLate(),
                row.getPaid(),
                row.getPaidDaysFromInvoice(),
                row.getPaidDaysLate());
    }

    private static Field<BigDecimal> total(Field<? extends Number> column) {
        return coalesce(sum(column), inline(ZERO));
    }

    /// What was paid in a span of days, customer by customer in the order of their names.
    List<Row> paid(Condition customers, LocalDate from, LocalDate to) {
        var paid = select(
                        PAID_INVOICE.CUSTOMER_ID,
                        count().as("invoices"),
                        sum(field("settled_on - document_date", Integer.class)).as("from_invoice"),
                        sum(field("settled_on - due_date", Integer.class)).as("late"))
                .from(PAID_INVOICE)
                .where(PAID_INVOICE.SETTLED_ON.between(from, to), PAID_INVOICE.KNOWN_ON.le(to))
                .and(PAID_INVOICE.CUSTOMER_ID.in(
                        select(CUSTOMER_.ID).from(CUSTOMER_).where(customers)))
                .groupBy(PAID_INVOICE.CUSTOMER_ID)
                .asTable("paid");
        var money = select(
                        MONEY_ON_INVOICE.CUSTOMER_ID,
                        sum(MONEY_ON_INVOICE.AMOUNT).as("paid"),
                        sum(MONEY_ON_INVOICE.DAYS_FROM_INVOICE).as("from_invoice"),
                        sum(MONEY_ON_INVOICE.DAYS_LATE).as("late"))
                .from(MONEY_ON_INVOICE)
                .where(MONEY_ON_INVOICE.KNOWN_ON.between(from, to))
                .and(MONEY_ON_INVOICE.CUSTOMER_ID.in(
                        select(CUSTOMER_.ID).from(CUSTOMER_).where(customers)))
                .groupBy(MONEY_ON_INVOICE.CUSTOMER_ID)
                .asTable("money");
        return db.select(CUSTOMER_.ID, COMPANY_.CODE, CUSTOMER_.CODE, CUSTOMER_.NAME)
                .select(number("invoices"), number("from_invoice"), number("late"))
                .select(amount("paid"), amount("from_invoice"), amount("late"))
                .from(CUSTOMER_)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .leftJoin(paid)
                .on(paid.field(PAID_INVOICE.CUSTOMER_ID).eq(CUSTOMER_.ID))
                .leftJoin(money)
                .on(money.field(MONEY_ON_INVOICE.CUSTOMER_ID).eq(CUSTOMER_.ID))
                .where(customers)
                .and(paid.field(PAID_INVOICE.CUSTOMER_ID)
                        .isNotNull()
                        .or(money.field(MONEY_ON_INVOICE.CUSTOMER_ID).isNotNull()))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .fetch(row -> new Row(
                        row.get(CUSTOMER_.ID),
                        row.get(COMPANY_.CODE),
                        row.get(CUSTOMER_.CODE),
                        row.get(CUSTOMER_.NAME),
                        new Behaviour(
                                row.get("paid_invoices", Long.class),
                                row.get("paid_from_invoice", Long.class),
                                row.get("paid_late", Long.class),
                                row.get("money_paid", BigDecimal.class),
                                row.get("money_from_invoice", BigDecimal.class),
                                row.get("money_late", BigDecimal.class))));
    }

    /// Invoices paid in each month of a span, and the days it took.
    Map<YearMonth, Behaviour> byMonth(Condition customers, LocalDate from, LocalDate to) {
        var month = field("date_trunc('month', {0})::date", LocalDate.class, PAID_INVOICE.SETTLED_ON);
        return db.select(
                        month,
                        count(),
                        sum(field("settled_on - document_date", Integer.class)),
                        sum(field("settled_on - due_date", Integer.class)))
                .from(PAID_INVOICE)
                .where(PAID_INVOICE.SETTLED_ON.between(from, to), PAID_INVOICE.KNOWN_ON.le(to))
                .and(PAID_INVOICE.CUSTOMER_ID.in(
                        select(CUSTOMER_.ID).from(CUSTOMER_).where(customers)))
                .groupBy(month)
                .fetchMap(
                        row -> YearMonth.from(row.value1()),
                        row -> new Behaviour(
                                row.value2(),
                                row.value3().longValue(),
                                row.value4().longValue(),
                                ZERO,
                                ZERO,
                                ZERO));
    }

    private static Field<BigDecimal> amount(String column) {
        return coalesce(field(name("money", column), BigDecimal.class), inline(ZERO))
                .as("money_" + column);
    }

    private static Field<Long> number(String column) {
        return coalesce(field(name("paid", column), Long.class), inline(0L)).as("paid_" + column);
    }
}
