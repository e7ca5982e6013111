package io.encours.correspondence.outbox;

import static encours.db.correspondence.Tables.MESSAGE_CHANNEL;

import io.encours.correspondence.Channel;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The ways messages go out, and what keeps them from it.
@Service
public class Channels {

    /// @param configured there is a peer
    /// @param peer its name
    /// @param pausedAt null: it is not paused
    /// @param trouble words of the network or the peer that cannot be reached; null: all is well
    public record Status(
            Channel channel,
            boolean configured,
            String peer,
            @Nullable Instant pausedAt,
            @Nullable String pausedBy,
            @Nullable String trouble,
            @Nullable Instant troubleSince) {

        public boolean sends() {
            return configured && pausedAt == null && trouble == null;
        }
    }

    private final DSLContext db;
    private final List<Transport> transports;
    private final Audit audit;
    private final Clock clock;

    Channels(DSLContext db, List<Transport> transports, Audit audit, Clock clock) {
        this.db = db;
        this.transports = List.copyOf(transports);
        this.audit = audit;
        this.clock = clock;
    }

    public List<Status> all() {
        return transports.stream().map(this::status).toList();
    }

    /// Empty when no transport of this channel is there.
    public Optional<Status> of(Channel channel) {
        return transports.stream()
                .filter(transport -> transport.channel() == channel)
                .findFirst()
                .map(this::status);
    }

    /// Nothing of the channel goes out from now on; what is due waits.
    ///
    /// @throws Problem forbidden for others than administrators
    @Transactional
    public Status pause(SignedIn by, Channel channel) {
        return set(by, channel, MessageStore.utc(clock.instant()), by.displayName());
    }

    /// What is due goes out again.
    ///
    /// @throws Problem forbidden for others than administrators
    @Transactional
    public Status resume(SignedIn by, Channel channel) {
        return set(by, channel, null, null);
    }

    private Status set(SignedIn by, Channel channel, @Nullable OffsetDateTime at, @Nullable String name) {
        if (!by.administers()) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var before = of(channel).orElseThrow(() -> Problem.notFound("correspondence.message.problem.noChannel"));
        db.insertInto(MESSAGE_CHANNEL)
                .set(MESSAGE_CHANNEL.CHANNEL, channel.name())
                .set(MESSAGE_CHANNEL.PAUSED_AT, at)
                .set(MESSAGE_CHANNEL.PAUSED_BY, name)
                .onConflict(MESSAGE_CHANNEL.CHANNEL)
                .doUpdate()
                .set(MESSAGE_CHANNEL.PAUSED_AT, at)
                .set(MESSAGE_CHANNEL.PAUSED_BY, name)
                .execute();
        audit.record(
                by,
                AuditKind.SETTING,
                channel.name(),
                channel.name(),
                Map.of("paused", before.pausedAt() != null),
                Map.of("paused", at != null));
        return of(channel).orElseThrow();
    }

    private Status status(Transport transport) {
        var row = db.selectFrom(MESSAGE_CHANNEL)
                .where(MESSAGE_CHANNEL.CHANNEL.eq(transport.channel().name()))
                .fetchOptional();
        return new Status(
                transport.channel(),
                transport.isConfigured(),
                transport.peer(),
                row.map(found -> found.getPausedAt())
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.map(found -> found.getPausedBy()).orElse(null),
                row.map(found -> found.getTrouble()).orElse(null),
                row.map(found -> found.getTroubleSince())
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
