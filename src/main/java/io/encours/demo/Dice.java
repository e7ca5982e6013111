package io.encours.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// Chance that repeats itself: the same seed gives the same throws on every machine (`java.util.Random` is specified to
/// the bit).
final class Dice {

    private final Random random;

    Dice(long seed) {
        // Neighbouring seeds give neighbouring first throws; spreading them keeps customers apart.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /// Both ends included.
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    boolean perThousand(int chance) {
        return random.nextInt(1000) < chance;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// An amount around `usual`, from a third to three times of it, small ones more often.
    BigDecimal around(BigDecimal usual) {
        var hundredths = 33 + random.nextInt(100) + random.nextInt(100) * random.nextInt(100) / 59;
        var cents = random.nextInt(100);
        return usual.multiply(BigDecimal.valueOf(hundredths, 2))
                .setScale(0, RoundingMode.DOWN)
                .add(BigDecimal.valueOf(cents, 2));
    }

    /// `least` to `most` percent of the amount, in whole cents.
    BigDecimal share(BigDecimal amount, int least, int most) {
        return amount.multiply(BigDecimal.valueOf(between(least, most), 2)).setScale(2, RoundingMode.HALF_EVEN);
    }

    static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
