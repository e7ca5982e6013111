package io.encours.demo;

import java.time.LocalDate;

/// How a customer pays, measured in days after the due date.
enum Payer {
    EARLY(9, -12, -2),
    ON_TIME(38, -2, 3),
    LATE(23, 6, 28),
    VERY_LATE(8, 35, 95),
    IRREGULAR(9, -5, 80),
    /// Pays late, then no more.
    BROKE(4, 10, 40),
    /// Pays less than invoiced and talks about the rest.
    DISPUTING(5, 2, 25),
    /// On time, except for what falls due in summer.
    SEASONAL(4, -1, 6);

    private final int share;
    private final int earliest;
    private final int latest;

    Payer(int share, int earliest, int latest) {
        this.share = share;
        this.earliest = earliest;
        this.latest = latest;
    }

    /// Percent of the customers.
    int share() {
        return share;
    }

    int delay(LocalDate dueDate, Dice dice) {
        var month = dueDate.getMonthValue();
        return this == SEASONAL && month >= 6 && month <= 9 ? dice.between(40, 75) : dice.between(earliest, latest);
    }

    /// The class a credit manager would give.
    String riskClass(Dice dice) {
        return switch (this) {
            case EARLY, ON_TIME -> dice.percent(80) ? "A" : "B";
            case LATE, SEASONAL -> "B";
            case DISPUTING, IRREGULAR -> dice.percent(50) ? "B" : "C";
            case VERY_LATE -> "C";
            case BROKE -> "D";
        };
    }

    static Payer drawn(Dice dice) {
        var left = dice.between(0, 99);
        for (var payer : values()) {
            left -= payer.share;
            if (left < 0) {
                return payer;
            }
        }
        return ON_TIME;
    }
}
