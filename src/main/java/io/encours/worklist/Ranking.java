package io.encours.worklist;

import io.encours.worklist.mirror.MirroredCustomer;
import io.encours.worklist.mirror.Step;
import java.time.LocalDate;
import java.util.Optional;

/// The order by priority on a day (S9).
record Ranking(int today) {

    static Ranking on(LocalDate day) {
        return new Ranking(Math.toIntExact(day.toEpochDay()));
    }

    /// Credits have none.
    long score(MirroredCustomer customer, int line, Step step) {
        return step.isAction()
                ? Priority.score(
                        customer.amount(line), today - customer.dueDay(line), customer.meanLateness(), customer.dso())
                : 0;
    }

    /// What orders lines: the most urgent first, credits last.
    long leading(MirroredCustomer customer, int line, Step step) {
        return step.isAction() ? -score(customer, line, step) : Long.MAX_VALUE;
    }

    /// Of an item; empty when it has no action.
    static Optional<Priority> of(MirroredCustomer customer, ActionRow row) {
        return row.action()
                .map(action -> Priority.of(
                        row.amount().amount().movePointRight(4).longValue(),
                        row.daysLate(),
                        customer.meanLateness(),
                        customer.dso()));
    }
}
