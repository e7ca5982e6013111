package io.encours.platform.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// How long jobs take and how they end, for whoever watches the installation: `encours_job_seconds`.
final class JobMeasures extends AbstractSchedulerListener {

    private final MeterRegistry registry;

    JobMeasures(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete done) {
        registry.timer(
                        "encours.job",
                        "job",
                        done.getExecution().getTaskName(),
                        "result",
                        done.getResult().name().toLowerCase(Locale.ROOT))
                .record(done.getDuration());
    }
}
