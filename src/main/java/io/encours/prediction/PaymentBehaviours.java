package io.encours.prediction;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.prediction.Tables.PAYMENT_BEHAVIOUR;

import io.encours.receivable.LedgerChanged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How customers have paid: kept sums for lists, filters and orders, and any span of days from the dated entries.
@Service
public class PaymentBehaviours {

    /// A customer's behaviour in a list.
    ///
    /// @param company code
    public record Row(long customerId, String company, String customer, String name, Behaviour behaviour) {}

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private final BehaviourStore store;
    private final CompanyToday today;

    PaymentBehaviours(DSLContext db, CompanyToday today) {
        this.store = new BehaviourStore(db);
        this.today = today;
    }

    /// Before whoever plans by it.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    void renew(LedgerChanged change) {
        store.renew(change.customerIds().toArray(Long[]::new), today.of(change.companyId()));
    }

    /// Of customers of a company of whom the ledger knows something that counts by a day only: a bill given to a
    /// bank early is paid on its maturity.
    ///
    /// @return how many
    @Transactional
    public int renewOvertaken(long companyId, LocalDate day) {
        var customers = store.overtaken(companyId, day);
        if (customers.length > 0) {
            store.renew(customers, day);
        }
        return customers.length;
    }

    /// Of customers the caller has already read within their scope, over all that is paid; who has not paid yet
    /// is missing.
    public Map<Long, Behaviour> of(Collection<Long> customerIds) {
        return customerIds.isEmpty() ? Map.of() : store.kept(customerIds);
    }

    /// Of each who has paid something, over all that is paid, by name.
    ///
    /// @param customers on the columns of the customer's table, with the caller's scope
    public List<Row> kept(Condition customers) {
        return store.keptRows(customers);
    }

    /// Of all of them together.
    ///
    /// @param customers on the columns of the customer's table, with the caller's scope
    public Behaviour together(Condition customers) {
        return store.keptTotal(customers);
    }

    /// Whether the kept sums are those of a day, as far as bills given to banks early go.
    ///
    /// @param customers on the columns of the customer's table
    public boolean isAsOf(Condition customers, LocalDate day) {
        return store.isAsOf(customers, day);
    }

    /// What was paid up to a day, from the first entry on or from a day on, by name. Who paid nothing is missing.
    ///
    /// @param customers on the columns of the customer's table, with the caller's scope
    public List<Row> paid(Condition customers, @Nullable LocalDate from, LocalDate to) {
        return store.paid(customers, from == null ? ALWAYS : from, to);
    }

    /// Invoices that were paid in each month, the span's first and last included; not weighted. Months in which
    /// none was
    /// are missing.
    public Map<YearMonth, Behaviour> byMonth(Condition customers, YearMonth from, LocalDate to) {
        return store.byMonth(customers, from.atDay(1), to);
    }

    /// For queries over customers: the kept average delay lies within the bounds; null: no bound.
    public static Condition delayBetween(
            @Nullable BigDecimal least, @Nullable BigDecimal most, DelayReference reference) {
        if (least == null && most == null) {
            return DSL.noCondition();
        }
        Field<BigDecimal> delay = DSL.round(
                (switch (reference) {
                            case INVOICE_DATE -> PAYMENT_BEHAVIOUR.DAYS_FROM_INVOICE;
                            case DUE_DATE -> PAYMENT_BEHAVIOUR.DAYS_LATE;
                        })
                        .cast(BigDecimal.class)
                        .div(DSL.nullif(PAYMENT_BEHAVIOUR.INVOICES, 0)),
                1);
        return DSL.exists(DSL.selectOne()
                .from(PAYMENT_BEHAVIOUR)
                .where(PAYMENT_BEHAVIOUR.CUSTOMER_ID.eq(CUSTOMER_.ID))
                .and(least == null ? DSL.noCondition() : delay.ge(least))
                .and(most == null ? DSL.noCondition() : delay.le(most)));
    }
}
