package io.encours.worklist;

import io.encours.company.Company;
import io.encours.platform.jobs.NightlyStep;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// The steps of the night, one after the other.
@Service
public class NightlyRuns {

    private final List<NightlyStep> steps;

    NightlyRuns(List<NightlyStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /// Called outside of a transaction.
    ///
    /// @return what each step did, by its name
    public Map<String, Object> run(Company company, LocalDate day) {
        var done = new LinkedHashMap<String, Object>();
        for (var step : steps) {
            done.put(step.name(), step.run(company.id(), day));
        }
        return done;
    }
}
