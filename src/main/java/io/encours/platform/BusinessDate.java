package io.encours.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Today, as business sees it: in the company's time zone, or the day fixed by `ENCOURS_TODAY`. The only source of
/// business dates, in Java and in SQL (where it is a bind value). Instants come from the ticking `Clock`.
@Component
public class BusinessDate {

    /// The zone of a company that has not said another.
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Paris");

    private final Clock clock;
    private final @Nullable LocalDate fixed;

    public BusinessDate(Clock clock, EncoursSettings settings) {
        this.clock = clock;
        this.fixed = settings.today();
    }

    public LocalDate today(ZoneId zone) {
        return fixed != null ? fixed : LocalDate.ofInstant(clock.instant(), zone);
    }

    /// Where no company is meant.
    public LocalDate today() {
        return today(DEFAULT_ZONE);
    }
}
