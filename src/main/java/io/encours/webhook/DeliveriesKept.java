package io.encours.webhook;

import io.encours.platform.Perishable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long it is seen what was sent to other programs (Q4).
@Configuration(proxyBeanMethods = false)
class DeliveriesKept {

    @Bean
    Perishable deliveriesPerish(WebhookStore store) {
        return new Perishable(
                70,
                "webhook-deliveries",
                "webhook.kept.deliveries",
                "webhook.kept.deliveries.why",
                1,
                store::countOld,
                store::forget);
    }
}
