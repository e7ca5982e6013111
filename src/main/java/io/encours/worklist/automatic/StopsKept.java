package io.encours.worklist.automatic;

import io.encours.platform.Perishable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long a recap still says what was kept back on its day (Q4).
@Configuration(proxyBeanMethods = false)
class StopsKept {

    private static final int HALF_A_YEAR = 6;

    @Bean
    Perishable stopsPerish(StopStore stops) {
        return new Perishable(
                55,
                "kept-back",
                "worklist.kept.stops",
                "worklist.kept.stops.why",
                HALF_A_YEAR,
                before -> stops.countOld(day(before)),
                before -> stops.purge(day(before)));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
