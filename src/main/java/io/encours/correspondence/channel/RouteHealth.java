package io.encours.correspondence.channel;

import static encours.db.correspondence.Tables.CHANNEL_HEALTH;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Remembers when a route last worked and what was wrong last. Reasons carry no personal data and no secrets.
@Service
public class RouteHealth {

    private static final Duration EXACT_ENOUGH = Duration.ofMinutes(1);
    private static final int LONGEST_REASON = 300;

    /// @param lastSuccess null: never
    /// @param lastFailure null: never
    public record Health(
            @Nullable Instant lastSuccess, @Nullable Instant lastFailure, String failure) {

        public static final Health UNKNOWN = new Health(null, null, "");

        /// Nothing has worked since something failed.
        public boolean isBroken() {
            return lastFailure != null && (lastSuccess == null || lastSuccess.isBefore(lastFailure));
        }
    }

    private final DSLContext db;
    private final Clock clock;

    RouteHealth(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// It worked; written at most once a minute, unless it had failed before.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void worked(Route route) {
        var now = now();
        db.insertInto(CHANNEL_HEALTH)
                .set(CHANNEL_HEALTH.CHANNEL, route.name())
                .set(CHANNEL_HEALTH.LAST_SUCCESS, now)
                .onConflict(CHANNEL_HEALTH.CHANNEL)
                .doUpdate()
                .set(CHANNEL_HEALTH.LAST_SUCCESS, now)
                .where(CHANNEL_HEALTH
                        .LAST_SUCCESS
                        .isNull()
                        .or(CHANNEL_HEALTH.LAST_SUCCESS.lt(now.minus(EXACT_ENOUGH)))
                        .or(CHANNEL_HEALTH.LAST_FAILURE.ge(CHANNEL_HEALTH.LAST_SUCCESS)))
                .execute();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(Route route, String reason) {
        var now = now();
        var kept = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        db.insertInto(CHANNEL_HEALTH)
                .set(CHANNEL_HEALTH.CHANNEL, route.name())
                .set(CHANNEL_HEALTH.LAST_FAILURE, now)
                .set(CHANNEL_HEALTH.FAILURE, kept)
                .onConflict(CHANNEL_HEALTH.CHANNEL)
                .doUpdate()
                .set(CHANNEL_HEALTH.LAST_FAILURE, now)
                .set(CHANNEL_HEALTH.FAILURE, kept)
                .execute();
    }

    Map<Route, Health> all() {
        var all = new EnumMap<Route, Health>(Route.class);
        db.selectFrom(CHANNEL_HEALTH)
                .forEach(row -> all.put(
                        Route.valueOf(row.getChannel()),
                        new Health(instant(row.getLastSuccess()), instant(row.getLastFailure()), row.getFailure())));
        return all;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
