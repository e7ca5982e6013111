package io.encours.reporting;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.worklist.Tables.DONE_ACTION;
import static org.jooq.impl.DSL.count;

import io.encours.platform.Problem;
import io.encours.reporting.Activity.Row;
import io.encours.reporting.Activity.Sums;
import io.encours.reporting.PromiseReport.State;
import io.encours.strategy.ActionType;
import io.encours.worklist.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Service;

/// The activity of collectors (R6), from what was decided on actions and not taken back. It counts for who did
/// it, whoever the customer belongs to.
@Service
public class Activities {

    private final DSLContext db;
    private final PromiseReports promises;

    Activities(DSLContext db, PromiseReports promises) {
        this.db = db;
        this.promises = promises;
    }

    /// @throws Problem refused when the span ends before it begins
    public Activity of(Extent extent, LocalDate from, LocalDate to, LocalDate asOf) {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "reporting.problem.span");
        }
        var given = promises.heard(extent, from, to, asOf).stream()
                .collect(Collectors.groupingBy(PromiseReport.Row::agent));
        var validated = DONE_ACTION.DECISION.eq("VALIDATED");
        var rows = db.select(
                        APP_USER.LOGIN,
                        APP_USER.NAME,
                        number(validated),
                        number(DONE_ACTION.DECISION.eq("IGNORED")),
                        number(validated.and(isOf(ActionType.PHONE))),
                        number(validated.and(isOf(ActionType.EMAIL))),
                        number(validated.and(isOf(ActionType.LETTER, ActionType.REGISTERED_LETTER))),
                        number(validated.and(isOf(ActionType.SMS))),
                        number(validated.and(DONE_ACTION.OUTCOME.in(
                                Outcome.REACHED.name(),
                                Outcome.PROMISED.name(),
                                Outcome.DISPUTES.name(),
                                Outcome.ALREADY_PAID.name()))))
                .from(DONE_ACTION)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(DONE_ACTION.CUSTOMER_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DONE_ACTION.DONE_BY))
                .where(DONE_ACTION.UNDONE_AT.isNull(), DONE_ACTION.DONE_ON.between(from, to), extent.customers())
                .groupBy(APP_USER.ID)
                .orderBy(APP_USER.NAME, APP_USER.LOGIN)
                .fetch(row -> {
                    var own = given.getOrDefault(row.value1(), List.of());
                    return new Row(
                            row.value1(),
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            row.value5(),
                            row.value6(),
                            row.value7(),
                            row.value8(),
                            row.value9(),
                            own.size(),
                            own.stream()
                                    .filter(promise -> promise.state() == State.KEPT)
                                    .count(),
                            extent.money(own.stream()
                                    .map(PromiseReport.Row::amount)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
                });
        return new Activity(from, to, extent.currency(), rows, total(extent, rows));
    }

    private static Sums total(Extent extent, List<Row> rows) {
        return new Sums(
                sum(rows, Row::done),
                sum(rows, Row::ignored),
                sum(rows, Row::calls),
                sum(rows, Row::emails),
                sum(rows, Row::letters),
                sum(rows, Row::messages),
                sum(rows, Row::reached),
                sum(rows, Row::promises),
                sum(rows, Row::kept),
                extent.money(rows.stream().map(Row::promised).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private static long sum(List<Row> rows, ToLongFunction<Row> part) {
        return rows.stream().mapToLong(part).sum();
    }

    private static Field<Integer> number(Condition which) {
        return count().filterWhere(which);
    }

    private static Condition isOf(ActionType... types) {
        return DONE_ACTION.TYPE.in(
                Set.of(types).stream().map(Enum::name).sorted().toList());
    }
}
