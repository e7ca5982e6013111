package io.encours.platform.mail;

import static encours.db.platform.Tables.SYSTEM_MAIL;
import static encours.db.platform.Tables.SYSTEM_MAIL_FILE;

import io.encours.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What Encours itself has to say to the people who use it. A mail is written in the transaction of its cause
/// and sent within seconds, at most once.
@Service
public class SystemMail {

    private final DSLContext db;
    private final MailServer server;
    private final Clock clock;

    SystemMail(DSLContext db, MailServer server, Clock clock) {
        this.db = db;
        this.server = server;
        this.clock = clock;
    }

    /// Mails can go out: there is a server, and an address to write from.
    public boolean isReady() {
        return server.isConfigured() && server.from().isPresent();
    }

    /// Writes a mail; it waits while there is no server.
    ///
    /// @param html the whole document; null: only text
    /// @return id of the mail
    /// @throws Problem invalid when the address cannot be written to
    @Transactional
    public long write(
            String to, String language, String subject, String text, @Nullable String html, List<Mail.File> files) {
        var recipient = MailAddress.parse(to).orElseThrow(() -> Problem.invalid("email", "platform.problem.email"));
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var id = Objects.requireNonNull(db.insertInto(SYSTEM_MAIL)
                .set(SYSTEM_MAIL.RECIPIENT, recipient.value())
                .set(SYSTEM_MAIL.LANGUAGE, language)
                .set(SYSTEM_MAIL.SUBJECT, subject)
                .set(SYSTEM_MAIL.TEXT, text)
                .set(SYSTEM_MAIL.HTML, html == null ? "" : html)
                .set(SYSTEM_MAIL.CREATED_AT, now)
                .set(SYSTEM_MAIL.STATE, "WAITING")
                .set(SYSTEM_MAIL.STATE_SINCE, now)
                .set(SYSTEM_MAIL.DUE_AT, now)
                .set(SYSTEM_MAIL.SECRET, UUID.randomUUID().toString())
                .returningResult(SYSTEM_MAIL.ID)
                .fetchSingle()
                .value1());
        for (var position = 0; position < files.size(); position++) {
            var file = files.get(position);
            db.insertInto(SYSTEM_MAIL_FILE)
                    .set(SYSTEM_MAIL_FILE.MAIL_ID, id)
                    .set(SYSTEM_MAIL_FILE.POSITION, position)
                    .set(SYSTEM_MAIL_FILE.NAME, file.name())
                    .set(SYSTEM_MAIL_FILE.MEDIA_TYPE, file.mediaType())
                    .set(SYSTEM_MAIL_FILE.CONTENT, file.content())
                    .execute();
        }
        return id;
    }

    /// Removes mails written before that wait for nothing any more.
    ///
    /// @return how many
    @Transactional
    public int purge(Instant before) {
        return db.deleteFrom(SYSTEM_MAIL)
                .where(
                        SYSTEM_MAIL.CREATED_AT.lt(before.atOffset(ZoneOffset.UTC)),
                        SYSTEM_MAIL.STATE.in("SENT", "FAILED", "UNCERTAIN"))
                .execute();
    }
}
