package io.encours.worklist;

import io.encours.platform.Money;
import io.encours.worklist.mirror.MirroredCustomer;
import io.encours.worklist.mirror.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What lines add up to.
final class Sum {

    private static final int DECIMALS = 4;

    private final long today;
    private int actions;
    private int lines;
    private int late;
    private long total;
    private @Nullable String currency;
    private boolean isMixed;
    private long score;

    Sum(LocalDate today) {
        this.today = today.toEpochDay();
    }

    /// Adds how urgent lines are; more than can be counted is as much as can be.
    void add(long urgency) {
        score = urgency > Long.MAX_VALUE - score ? Long.MAX_VALUE : score + Math.max(0, urgency);
    }

    long score() {
        return score;
    }

    void add(MirroredCustomer customer, int line, Step step) {
        lines++;
        total = Math.addExact(total, customer.amount(line));
        if (step.isAction()) {
            actions++;
            if (customer.actionDay(line) < today) {
                late++;
            }
        }
        of(step.currency());
    }

    private void of(String another) {
        if (currency == null) {
            currency = another;
        } else if (!currency.equals(another)) {
            isMixed = true;
        }
    }

    int actions() {
        return actions;
    }

    int lines() {
        return lines;
    }

    int late() {
        return late;
    }

    /// Null when there are several currencies, or no line.
    @Nullable
    Money total() {
        return currency == null || isMixed ? null : Money.of(BigDecimal.valueOf(total, DECIMALS), currency);
    }
}
