package io.encours.platform.mail;

import static encours.db.platform.Tables.SYSTEM_MAIL;
import static encours.db.platform.Tables.SYSTEM_MAIL_FILE;

import io.encours.platform.sending.Carrier;
import io.encours.platform.sending.Delivery;
import io.encours.platform.sending.Pauses;
import io.encours.platform.sending.SendQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The mails of the system that wait to be sent. Links in them are worth something: what was sent loses its text.
final class SystemMailQueue implements SendQueue<Long, SystemMailQueue.Taken> {

    /// A mail that this worker sends.
    record Taken(long id, int attempt, Mail mail) {}

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final DSLContext db;
    private final MailServer server;
    private final Clock clock;

    SystemMailQueue(DSLContext db, MailServer server, Clock clock) {
        this.db = db;
        this.server = server;
        this.clock = clock;
    }

    /// The server takes the mail that is taken.
    static Carrier<Taken> carrier(MailServer server) {
        return () -> {
            var line = server.open();
            return new Carrier.Line<>() {
                @Override
                public Delivery send(Taken taken) {
                    return line.send(taken.mail());
                }

                @Override
                public boolean isOpen() {
                    return line.isOpen();
                }

                @Override
                public void close() {
                    line.close();
                }
            };
        };
    }

    @Override
    public void giveUpLost() {
        db.update(SYSTEM_MAIL)
                .set(SYSTEM_MAIL.STATE, "UNCERTAIN")
                .set(SYSTEM_MAIL.STATE_SINCE, now())
                .where(SYSTEM_MAIL.STATE.eq("SENDING"), SYSTEM_MAIL.LEASE_UNTIL.lt(now()))
                .execute();
    }

    @Override
    public List<Long> due(int limit) {
        return db.select(SYSTEM_MAIL.ID)
                .from(SYSTEM_MAIL)
                .where(SYSTEM_MAIL.STATE.eq("WAITING"), SYSTEM_MAIL.DUE_AT.le(now()))
                .orderBy(SYSTEM_MAIL.DUE_AT, SYSTEM_MAIL.ID)
                .limit(limit)
                .fetch(SYSTEM_MAIL.ID);
    }

    @Override
    public Optional<Taken> take(Long id) {
        var files = db.selectFrom(SYSTEM_MAIL_FILE)
                .where(SYSTEM_MAIL_FILE.MAIL_ID.eq(id))
                .orderBy(SYSTEM_MAIL_FILE.POSITION)
                .fetch(row -> new Mail.File(row.getName(), row.getMediaType(), row.getContent()));
        return db.update(SYSTEM_MAIL)
                .set(SYSTEM_MAIL.STATE, "SENDING")
                .set(SYSTEM_MAIL.STATE_SINCE, now())
                .set(SYSTEM_MAIL.LEASE_UNTIL, now().plus(LEASE))
                .set(SYSTEM_MAIL.ATTEMPTS, SYSTEM_MAIL.ATTEMPTS.plus(1))
                .where(SYSTEM_MAIL.ID.eq(id), SYSTEM_MAIL.STATE.eq("WAITING"), SYSTEM_MAIL.DUE_AT.le(now()))
                .returning()
                .fetchOptional(row -> new Taken(id, row.get(SYSTEM_MAIL.ATTEMPTS), mail(row, files)));
    }

    private Mail mail(Record row, List<Mail.File> files) {
        var sender = server.from().orElseThrow();
        return new Mail(
                sender,
                "Encours",
                null,
                sender,
                List.of(new MailAddress(row.get(SYSTEM_MAIL.RECIPIENT))),
                row.get(SYSTEM_MAIL.SUBJECT),
                row.get(SYSTEM_MAIL.TEXT),
                row.get(SYSTEM_MAIL.HTML),
                row.get(SYSTEM_MAIL.LANGUAGE),
                files,
                row.get(SYSTEM_MAIL.SECRET) + "@" + sender.domain(),
                List.of(),
                true);
    }

    @Override
    public void settle(Taken taken, Delivery delivery) {
        var state = switch (delivery) {
            case Delivery.Accepted accepted -> "SENT";
            case Delivery.Deferred later -> Pauses.isEnough(taken.attempt()) ? "FAILED" : "WAITING";
            case Delivery.Refused refused -> "FAILED";
            case Delivery.Unknown unknown -> "UNCERTAIN";
        };
        var update = db.update(SYSTEM_MAIL)
                .set(SYSTEM_MAIL.STATE, state)
                .set(SYSTEM_MAIL.STATE_SINCE, now())
                .set(SYSTEM_MAIL.ANSWER, delivery.answer())
                .setNull(SYSTEM_MAIL.LEASE_UNTIL);
        if (state.equals("WAITING")) {
            update = update.set(SYSTEM_MAIL.DUE_AT, now().plus(Pauses.after(taken.attempt())));
        } else {
            update = update.set(SYSTEM_MAIL.TEXT, "").set(SYSTEM_MAIL.HTML, "");
        }
        update.where(SYSTEM_MAIL.ID.eq(taken.id()), SYSTEM_MAIL.STATE.eq("SENDING"))
                .execute();
    }

    @Override
    public void reached() {}

    /// The messages to customers go the same way and tell of it.
    @Override
    public void unreachable(String words) {}

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
