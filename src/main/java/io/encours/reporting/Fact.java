package io.encours.reporting;

import static encours.db.receivable.Tables.FACT_CHANGE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;

/// The columns of facts (docs/decisions/0023), under one name whether they are those kept for a company or
/// those of the entries: Σ amount up to a day is what remained on that day.
final class Fact {

    static final String ALIAS = "fact";

    static final Field<Long> CUSTOMER_ID = column("customer_id", Long.class);
    static final Field<String> MEASURE = column("measure", String.class);
    static final Field<String> ACCOUNT = column("account", String.class);
    static final Field<LocalDate> ON_DATE = column("on_date", LocalDate.class);
    static final Field<LocalDate> DAY = column("day", LocalDate.class);
    static final Field<BigDecimal> AMOUNT = column("amount", BigDecimal.class);
    static final Field<Long> ITEMS = column("items", Long.class);

    static final Condition CLAIM = MEASURE.eq(inline("CLAIM"));
    static final Condition PAYMENT = MEASURE.eq(inline("PAYMENT"));
    static final Condition CREDIT_NOTE = MEASURE.eq(inline("CREDIT_NOTE"));
    static final Condition DEPOSIT = MEASURE.eq(inline("DEPOSIT"));
    static final Condition TURNOVER = MEASURE.eq(inline("TURNOVER"));
    static final Condition DUE = MEASURE.eq(inline("DUE"));
    static final Condition RECEIVED = MEASURE.eq(inline("RECEIVED"));

    /// Part of what customers owe.
    static final Condition BALANCE = MEASURE.in(
            inline("CLAIM"), inline("PAYMENT"), inline("CREDIT_NOTE"), inline("DEPOSIT"), inline("OTHER_CREDIT"));

    static final Condition CREDIT =
            MEASURE.in(inline("PAYMENT"), inline("CREDIT_NOTE"), inline("DEPOSIT"), inline("OTHER_CREDIT"));

    private Fact() {}

    /// Of the entries themselves.
    static Select<?> of(Condition changes) {
        return select(
                        FACT_CHANGE.CUSTOMER_ID,
                        FACT_CHANGE.MEASURE,
                        FACT_CHANGE.ACCOUNT,
                        FACT_CHANGE.ON_DATE,
                        FACT_CHANGE.DAY,
                        FACT_CHANGE.AMOUNT,
                        FACT_CHANGE.ITEMS.cast(Long.class).as("items"))
                .from(FACT_CHANGE)
                .where(changes);
    }

    static Field<BigDecimal> total(Condition which) {
        return coalesce(sum(AMOUNT).filterWhere(which), inline(BigDecimal.ZERO));
    }

    static Field<BigDecimal> number(Condition which) {
        return coalesce(sum(ITEMS).filterWhere(which), inline(BigDecimal.ZERO));
    }

    private static <T> Field<T> column(String column, Class<T> type) {
        return field(name(ALIAS, column), type);
    }
}
