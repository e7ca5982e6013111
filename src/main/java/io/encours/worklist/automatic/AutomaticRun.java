package io.encours.worklist.automatic;

import io.encours.company.Company;
import io.encours.worklist.ChasingSettings;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What all customers of a run have in common.
///
/// @param before day of the run before; null: there was none
record AutomaticRun(
        Company company,
        LocalDate day,
        @Nullable LocalDate before,
        boolean workingDay,
        Optional<LocalDate> ledgerKnownOn,
        ChasingSettings settings) {}
