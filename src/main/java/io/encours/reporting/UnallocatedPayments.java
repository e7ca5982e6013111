package io.encours.reporting;

import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.encours.platform.Problem;
import io.encours.receivable.AsOf;
import io.encours.receivable.ItemKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How many of the payments nobody knew the claim of were matched (*taux de recouvrement des règlements non
/// affectés*, R2). A payment that settles its claim on the day it is entered was never unallocated.
@Service
public class UnallocatedPayments {

    private final DSLContext db;

    UnallocatedPayments(DSLContext db) {
        this.db = db;
    }

    /// @throws Problem refused when the span ends before it begins
    public UnallocatedRate of(Extent extent, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "reporting.problem.span");
        }
        var open = AsOf.remaining(to);
        var atStart = AsOf.remaining(from.minusDays(1));
        var atEntry = AsOf.remaining(OPEN_ITEM.ENTRY_DATE);
        var isNew = OPEN_ITEM.ENTRY_DATE.ge(from);
        var payments = select(
                        when(isNew, inline(BigDecimal.ZERO)).otherwise(atStart).as("at_start"),
                        when(isNew, atEntry).otherwise(inline(BigDecimal.ZERO)).as("added"),
                        open.as("still_open"))
                .from(OPEN_ITEM)
                .where(
                        OPEN_ITEM.COMPANY_ID.in(extent.companyIds()),
                        OPEN_ITEM.KIND.eq(inline(ItemKind.PAYMENT.name())),
                        OPEN_ITEM.ORIGINAL.lt(BigDecimal.ZERO),
                        OPEN_ITEM.ENTRY_DATE.le(to),
                        OPEN_ITEM.SETTLED_ON.isNull().or(OPEN_ITEM.SETTLED_ON.ge(from)),
                        extent.covers(OPEN_ITEM.CUSTOMER_ID))
                .asTable("payment");
        var sums = db.select(
                        total(payments.field("at_start", BigDecimal.class)),
                        total(payments.field("added", BigDecimal.class)),
                        total(payments.field("still_open", BigDecimal.class)))
                .from(payments)
                .fetchSingle();
        var before = extent.money(sums.value1()).negate();
        var added = extent.money(sums.value2()).negate();
        var remaining = extent.money(sums.value3()).negate();
        var matched = before.add(added).subtract(remaining);
        return new UnallocatedRate(
                from, to, extent.currency(), before, added, matched, remaining, Rate.of(matched, before.add(added)));
    }

    private static Field<BigDecimal> total(@Nullable Field<BigDecimal> amount) {
        return coalesce(sum(Objects.requireNonNull(amount)), inline(BigDecimal.ZERO));
    }
}
