package io.encours.identity.api;

import io.encours.identity.Retention;
import io.encours.identity.SignedIn;
import io.encours.platform.Slice;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How long what holds personal data is kept.
@RestController
@RequestMapping("/api/v1/retention")
class RetentionResource {

    /// @param due how many would be removed tonight
    record Answer(
            String kind,
            int months,
            int usual,
            int due,
            @Nullable Instant lastRemovedAt,
            int lastRemoved) {}

    private final Retention retention;

    RetentionResource(Retention retention) {
        this.retention = retention;
    }

    @GetMapping
    Slice<Answer> list() {
        return new Slice<>(
                retention.periods().stream()
                        .map(period -> new Answer(
                                period.kind(),
                                period.months(),
                                period.usual(),
                                period.due(),
                                period.last(),
                                period.removed()))
                        .toList(),
                null);
    }

    /// @param months by kind; those not named stay as they are
    @PutMapping
    Slice<Answer> put(SignedIn user, @RequestBody Map<String, @Nullable Integer> months) {
        retention.keep(user, months);
        return list();
    }
}
