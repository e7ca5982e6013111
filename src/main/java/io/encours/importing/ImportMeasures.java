package io.encours.importing;

import io.encours.importing.ImportRun.LineOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What imports cost, for whoever watches the installation: `encours_import_seconds`, `encours_import_lines_total`,
/// `encours_import_waiting`.
@Component
class ImportMeasures {

    private final MeterRegistry registry;

    ImportMeasures(MeterRegistry registry) {
        this.registry = registry;
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    /// @param report null: refused
    void end(Timer.Sample sample, boolean dryRun, @Nullable Report report) {
        sample.stop(registry.timer(
                "encours.import", "outcome", report == null ? "refused" : "done", "dry_run", String.valueOf(dryRun)));
        if (report != null && !dryRun) {
            report.totals()
                    .forEach((outcome, totals) -> registry.counter("encours.import.lines", "outcome", name(outcome))
                            .increment(totals.lines()));
        }
    }

    /// Runs of this node that have not ended.
    void watch(Map<Long, ?> unfinished) {
        registry.gaugeMapSize("encours.import.waiting", List.of(), unfinished);
    }

    private static String name(LineOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
