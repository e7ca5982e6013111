package io.encours.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Sends what waits every few seconds.
@Configuration(proxyBeanMethods = false)
class DeliveryJob {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> webhookDeliveryTask(Deliveries deliveries) {
        return Tasks.recurring("webhook-deliveries", Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> deliveries.sendDue());
    }
}
