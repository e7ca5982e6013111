package io.encours.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// The queue of jobs, in the table `platform.scheduled_tasks`: of several nodes one runs a job. Modules contribute
/// their
/// recurring jobs as beans of type `RecurringTask`.
@Configuration(proxyBeanMethods = false)
class Jobs {

    private static final int THREADS = 2;
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(20);
    /// A node that was killed is missed after a minute, and its jobs are run by another, or by itself when it is back.
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 6;

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource database, List<RecurringTask<?>> recurring, MeterRegistry measures) {
        return Scheduler.create(database)
                .tableName("platform.scheduled_tasks")
                .startTasks(List.copyOf(recurring))
                .threads(THREADS)
                .addSchedulerListener(new JobMeasures(measures))
                .shutdownMaxWait(TIME_TO_FINISH)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .build();
    }

    /// Not before: a job may need all of the application.
    @Bean
    Starter jobStarter(Scheduler scheduler) {
        return new Starter(scheduler);
    }

    record Starter(Scheduler scheduler) {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            scheduler.start();
        }
    }
}
