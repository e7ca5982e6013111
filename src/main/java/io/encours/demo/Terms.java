package io.encours.demo;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The payment terms of the demonstration and the due dates they mean, worked out here anew: the import is checked
/// against them.
enum Terms {
    ON_RECEIPT("0"),
    THIRTY_DAYS("30"),
    SIXTY_DAYS("60"),
    FORTY_FIVE_DAYS_END_OF_MONTH("45FM"),
    END_OF_MONTH_FORTY_FIVE_DAYS("FM45"),
    THIRTY_DAYS_END_OF_MONTH("30FM"),
    THIRTY_DAYS_END_OF_MONTH_THE_TENTH("30FM10");

    private final String text;

    Terms(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    LocalDate dueDate(LocalDate documentDate) {
        return switch (this) {
            case ON_RECEIPT -> documentDate;
            case THIRTY_DAYS -> documentDate.plusDays(30);
            case SIXTY_DAYS -> documentDate.plusDays(60);
            case FORTY_FIVE_DAYS_END_OF_MONTH -> endOfMonth(documentDate.plusDays(45));
            case END_OF_MONTH_FORTY_FIVE_DAYS -> endOfMonth(documentDate).plusDays(45);
            case THIRTY_DAYS_END_OF_MONTH -> endOfMonth(documentDate.plusDays(30));
            case THIRTY_DAYS_END_OF_MONTH_THE_TENTH ->
                endOfMonth(documentDate.plusDays(30)).plusDays(10);
        };
    }

    static Terms drawn(Dice dice) {
        var share = dice.between(0, 99);
        if (share < 6) {
            return ON_RECEIPT;
        }
        if (share < 42) {
            return THIRTY_DAYS;
        }
        if (share < 66) {
            return FORTY_FIVE_DAYS_END_OF_MONTH;
        }
        if (share < 78) {
            return SIXTY_DAYS;
        }
        if (share < 86) {
            return THIRTY_DAYS_END_OF_MONTH;
        }
        return share < 95 ? THIRTY_DAYS_END_OF_MONTH_THE_TENTH : END_OF_MONTH_FORTY_FIVE_DAYS;
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }
}
