package io.encours.correspondence.sms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every minute looks after receipts that were quicker than the commit of their message, and after answers of which
/// parts are missing.
@Configuration(proxyBeanMethods = false)
class SmsReceipting {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> smsReceiptTask(SmsPost post) {
        return Tasks.recurring("sms-receipts", Schedules.fixedDelay(PAUSE)).execute((instance, context) -> {
            post.settleLate();
            post.takeIncomplete();
        });
    }
}
