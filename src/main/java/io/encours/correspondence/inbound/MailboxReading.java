package io.encours.correspondence.inbound;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks into the mailboxes once a minute, on one node at a time.
@Configuration(proxyBeanMethods = false)
class MailboxReading {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> mailboxReadingTask(Mailboxes mailboxes) {
        return Tasks.recurring("mailbox-reading", Schedules.fixedDelay(PAUSE)).execute((instance, context) -> {
            if (mailboxes.isOpen()) {
                mailboxes.read();
            }
        });
    }
}
