package io.encours.reporting.api;

import io.encours.identity.SignedIn;
import io.encours.reporting.subscription.ReportSubscriptions;
import io.encours.reporting.subscription.Rhythm;
import io.encours.reporting.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// The reports one gets by e-mail (R7).
@RestController
@RequestMapping("/api/v1/report-subscriptions")
class SubscriptionResource {

    /// @param filters by the names of the report's address: company, agent, group …
    record Wish(
            @Nullable String report,
            @Nullable Map<String, String> filters,
            @Nullable String format,
            @Nullable String rhythm) {}

    /// @param problem code of why the last one was not sent
    record Answer(
            long id,
            String report,
            Map<String, String> filters,
            String format,
            Rhythm rhythm,
            Instant nextAt,
            @Nullable Instant lastSentAt,
            @Nullable String problem) {

        static Answer of(Subscription subscription) {
            return new Answer(
                    subscription.id(),
                    subscription.report().path(),
                    subscription.narrowed(),
                    subscription.format().extension(),
                    subscription.rhythm(),
                    subscription.nextAt(),
                    subscription.lastSentAt(),
                    subscription.problem());
        }
    }

    record Answers(List<Answer> items, @Nullable String next) {}

    private final ReportSubscriptions subscriptions;

    SubscriptionResource(ReportSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping
    Answers mine(SignedIn user) {
        return new Answers(subscriptions.mine(user).stream().map(Answer::of).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer subscribe(SignedIn user, @RequestBody Wish wish) {
        return Answer.of(subscriptions.subscribe(
                user,
                wish.report(),
                Objects.requireNonNullElse(wish.filters(), Map.of()),
                wish.format(),
                wish.rhythm()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(SignedIn user, @PathVariable long id) {
        subscriptions.stop(user, id);
    }
}
