package io.encours.worklist.automatic;

import io.encours.company.Company;
import io.encours.receivable.Receivables;
import io.encours.worklist.Chasing;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Begins the runs of a day.
@Component
class AutomaticRuns {

    private final StopStore stops;
    private final WorkingDays workingDays;
    private final Receivables receivables;
    private final Chasing chasing;

    AutomaticRuns(StopStore stops, WorkingDays workingDays, Receivables receivables, Chasing chasing) {
        this.stops = stops;
        this.workingDays = workingDays;
        this.receivables = receivables;
        this.chasing = chasing;
    }

    AutomaticRun begin(Company company, LocalDate day) {
        return new AutomaticRun(
                company,
                day,
                stops.ran(company.id(), day),
                workingDays.isOne(company.calendar(), day),
                receivables.knownOn(company.id()),
                chasing.of(company.id()));
    }
}
