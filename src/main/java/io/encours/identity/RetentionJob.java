package io.encours.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.encours.platform.BusinessDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Removes every night what has been kept long enough.
@Configuration(proxyBeanMethods = false)
class RetentionJob {

    private static final LocalTime HOUR = LocalTime.of(4, 0);

    @Bean
    RecurringTask<Void> retentionTask(Retention retention) {
        return Tasks.recurring("retention", Schedules.daily(BusinessDate.DEFAULT_ZONE, HOUR))
                .execute((instance, context) -> retention.run());
    }
}
