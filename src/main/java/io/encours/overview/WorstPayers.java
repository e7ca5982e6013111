package io.encours.overview;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.prediction.Tables.PAYMENT_BEHAVIOUR;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.encours.platform.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/// The customers who pay latest (E5): by their mean lateness, from due date to settlement (kpi.md §7).
@Service
public class WorstPayers {

    /// Fewer paid invoices tell nothing yet.
    private static final int FEWEST_INVOICES = 3;

    /// @param lateness mean over paid invoices, in days with one decimal
    /// @param overdue claims of today
    public record Payer(
            String company, String code, String name, BigDecimal lateness, int invoices, BigDecimal overdue) {}

    private final DSLContext db;

    WorstPayers(DSLContext db) {
        this.db = db;
    }

    /// The worst first; who pays in time is not among them.
    public List<Payer> of(Scope scope, LocalDate today, int limit) {
        var lateness = field(
                "{0}::numeric / nullif({1}, 0)",
                BigDecimal.class, PAYMENT_BEHAVIOUR.DAYS_LATE, PAYMENT_BEHAVIOUR.INVOICES);
        var overdue = field(select(coalesce(sum(OPEN_ITEM.REMAINING), inline(BigDecimal.ZERO)))
                .from(OPEN_ITEM)
                .where(
                        OPEN_ITEM.CUSTOMER_ID.eq(CUSTOMER_.ID),
                        OPEN_ITEM.SETTLED_ON.isNull(),
                        OPEN_ITEM.REMAINING.gt(BigDecimal.ZERO),
                        OPEN_ITEM.DUE_DATE.lt(today)));
        return db.select(COMPANY_.CODE, CUSTOMER_.CODE, CUSTOMER_.NAME, lateness, PAYMENT_BEHAVIOUR.INVOICES, overdue)
                .from(PAYMENT_BEHAVIOUR)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(PAYMENT_BEHAVIOUR.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .where(
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID),
                        PAYMENT_BEHAVIOUR.INVOICES.ge(FEWEST_INVOICES),
                        PAYMENT_BEHAVIOUR.DAYS_LATE.gt(0L))
                .orderBy(lateness.desc(), CUSTOMER_.NAME, CUSTOMER_.ID)
                .limit(limit)
                .fetch(row -> new Payer(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4().setScale(1, RoundingMode.HALF_UP),
                        row.value5(),
                        row.value6()));
    }
}
