package io.encours.platform.web;

import java.time.LocalDate;
import java.util.Optional;

/// Says in the top bar up to which day a kind of data of a company is known ("Grand livre au 21/11"). Contributed as a
/// bean by the module that knows.
///
/// @param textKey message key, its argument is the day
/// @param oldAfterDays older than this is said to be late
/// @param latest looks the day up
public record DataDate(String textKey, int oldAfterDays, Lookup latest) {

    /// The latest day known, not after today; empty: nothing is there yet.
    @FunctionalInterface
    public interface Lookup {
        Optional<LocalDate> of(long companyId, LocalDate today);
    }
}
