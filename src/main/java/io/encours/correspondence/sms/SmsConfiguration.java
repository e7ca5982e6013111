package io.encours.correspondence.sms;

import io.encours.correspondence.channel.Route;
import io.encours.correspondence.channel.RouteHealth;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens what the environment names: SMPP first, else HTTP, else nothing.
@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    @Bean(destroyMethod = "close")
    SmsWay smsWay(SmsSettings settings, HttpAccounts accounts, SmsPost post, RouteHealth health, Clock clock) {
        if (settings.smppUrl() != null) {
            var link = new SmppLink(
                    SmppAddress.of(settings.smppUrl()),
                    new SmppListener(post::receipt, post::received),
                    reason -> report(health, reason),
                    FIRST_PAUSE);
            return new SmsWay(new SmppTransport(link, FIRST_PAUSE), link);
        }
        return settings.smsUrl() == null
                ? new SmsWay(null, null)
                : new SmsWay(new HttpTransport(URI.create(settings.smsUrl()), accounts, clock, ANSWER_WITHIN), null);
    }

    private static void report(RouteHealth health, String reason) {
        if (reason.isEmpty()) {
            health.worked(Route.SMPP);
        } else {
            health.failed(Route.SMPP, reason);
        }
    }
}
