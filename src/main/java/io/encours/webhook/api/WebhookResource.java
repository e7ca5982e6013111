package io.encours.webhook.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.encours.identity.SignedIn;
import io.encours.platform.Slice;
import io.encours.webhook.Delivery;
import io.encours.webhook.Webhook;
import io.encours.webhook.Webhooks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookResource {

    /// @param events names, such as `import.done`
    record Order(@Nullable String address, @Nullable List<String> events) {}

    /// @param secret given this once
    record Made(@JsonUnwrapped Webhook webhook, String secret) {}

    private final Webhooks webhooks;

    WebhookResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    Slice<Webhook> list() {
        return new Slice<>(webhooks.list(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made create(SignedIn user, @RequestBody Order order) {
        var made = webhooks.create(user, order.address, order.events);
        return new Made(made.webhook(), made.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedIn user, @PathVariable long id) {
        webhooks.remove(user, id);
    }

    /// Serves one again that was disabled after failures.
    @PostMapping("/{id}/activation")
    Webhook activate(SignedIn user, @PathVariable long id) {
        return webhooks.enable(user, id);
    }

    /// The last hundred, the latest first.
    @GetMapping("/{id}/deliveries")
    Slice<Delivery> deliveries(@PathVariable long id) {
        return new Slice<>(webhooks.deliveries(id), null);
    }

    @PostMapping("/{id}/deliveries/{delivery}/repetition")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void again(@PathVariable long id, @PathVariable long delivery) {
        webhooks.again(id, delivery);
    }
}
