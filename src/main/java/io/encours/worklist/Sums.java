package io.encours.worklist;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

import encours.db.worklist.tables.PlannedAction;
import io.encours.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// What the lines of a group add up to, in one pass over them.
final class Sums {

    static final Field<Integer> ACTIONS = DSL.field(DSL.name("sum_actions"), SQLDataType.INTEGER);
    static final Field<Integer> LINES = DSL.field(DSL.name("sum_lines"), SQLDataType.INTEGER);
    private static final Field<Integer> LATE = DSL.field(DSL.name("sum_late"), SQLDataType.INTEGER);
    private static final Field<BigDecimal> TOTAL = DSL.field(DSL.name("sum_total"), SQLDataType.NUMERIC);
    private static final Field<String> CURRENCY = DSL.field(DSL.name("sum_currency"), SQLDataType.VARCHAR);
    private static final Field<String> OTHER_CURRENCY = DSL.field(DSL.name("sum_other_currency"), SQLDataType.VARCHAR);

    private Sums() {}

    static List<SelectField<?>> of(PlannedAction plan, LocalDate today) {
        // Compared byte by byte: the rules of a language would cost more than all the rest.
        var currency = plan.CURRENCY.collate("C");
        return List.of(
                count(plan.CODE).as(ACTIONS),
                count().as(LINES),
                count(plan.CODE).filterWhere(plan.ACTION_DATE.lt(today)).as(LATE),
                coalesce(sum(plan.AMOUNT), inline(BigDecimal.ZERO)).as(TOTAL),
                min(currency).as(CURRENCY),
                max(currency).as(OTHER_CURRENCY));
    }

    static List<Field<?>> names() {
        return List.of(ACTIONS, LINES, LATE, TOTAL, CURRENCY, OTHER_CURRENCY);
    }

    static int late(Record row) {
        return row.get(LATE);
    }

    /// Null when there are several currencies, or no line.
    static @Nullable Money total(Record row) {
        var currency = row.get(CURRENCY);
        return currency != null && currency.equals(row.get(OTHER_CURRENCY)) ? Money.of(row.get(TOTAL), currency) : null;
    }
}
