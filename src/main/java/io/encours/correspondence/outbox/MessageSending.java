package io.encours.correspondence.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.encours.platform.sending.Postman;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every few seconds sends what is due, channel by channel.
@Configuration(proxyBeanMethods = false)
class MessageSending {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSending.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    /// Jobs have few threads, and shutting down waits for them.
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    @Bean
    RecurringTask<Void> messageSendingTask(
            SendingDesk desk, Channels channels, List<Transport> transports, Clock clock) {
        var worker = "worker-" + UUID.randomUUID();
        return Tasks.recurring("message-sending", Schedules.fixedDelay(EVERY))
                .execute((instance, context) ->
                        transports.forEach(transport -> send(desk, channels, transport, worker, clock)));
    }

    /// A channel that breaks does not keep the others from sending.
    private static void send(SendingDesk desk, Channels channels, Transport transport, String worker, Clock clock) {
        var queue = new MessageQueue(desk, transport, worker, clock);
        try {
            var paused = channels.of(transport.channel())
                    .filter(status -> status.pausedAt() != null)
                    .isPresent();
            if (paused || !transport.isConfigured()) {
                queue.giveUpLost();
                return;
            }
            var sent = new Postman<>(queue, transport, clock).run(AT_MOST);
            if (sent > 0) {
                LOG.info("{} messages handed over to {}", sent, transport.peer());
            }
        } catch (RuntimeException e) {
            LOG.error("Messages by {} could not be sent", transport.channel(), e);
        }
    }
}
