package io.encours.platform.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.encours.platform.sending.Postman;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every few seconds sends the mails of the system.
@Configuration(proxyBeanMethods = false)
class SystemMailSending {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    @Bean
    RecurringTask<Void> systemMailTask(DSLContext db, MailServer server, SystemMail mails, Clock clock) {
        var queue = new SystemMailQueue(db, server, clock);
        var postman = new Postman<>(queue, SystemMailQueue.carrier(server), clock);
        return Tasks.recurring("system-mail", Schedules.fixedDelay(EVERY)).execute((instance, context) -> {
            if (mails.isReady()) {
                postman.run(AT_MOST);
            } else {
                queue.giveUpLost();
            }
        });
    }
}
