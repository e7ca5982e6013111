package io.encours.correspondence.inbound;

import static encours.db.correspondence.Tables.MAILBOX_POSITION;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.correspondence.channel.Route;
import io.encours.correspondence.channel.RouteHealth;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the mailboxes of the environment. Each mail is a transaction of its own: taken in together with how
/// far the mailbox was read, and marked as read in the mailbox afterwards.
@Service
public class Mailboxes {

    /// What was read.
    ///
    /// @param taken mails that were new
    /// @param failed mailboxes that could not be read
    public record Reading(int taken, int failed) {}

    private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

    private final ImapSettings settings;
    private final Inbox inbox;
    private final MailReader reader;
    private final Companies companies;
    private final RouteHealth health;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Mailboxes(
            ImapSettings settings,
            Inbox inbox,
            MailReader reader,
            Companies companies,
            RouteHealth health,
            DSLContext db,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.inbox = inbox;
        this.reader = reader;
        this.companies = companies;
        this.health = health;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    public boolean isOpen() {
        return !settings.mailboxes().isEmpty();
    }

    /// Names of the mailboxes, without passwords.
    public List<String> names() {
        return settings.mailboxes().stream().map(ImapAddress::toString).toList();
    }

    /// Reads what is new in all of them. One that does not answer does not keep the others from it.
    public Reading read() {
        var taken = 0;
        var failed = 0;
        for (var mailbox : settings.mailboxes()) {
            try {
                taken += read(mailbox);
                health.worked(Route.IMAP);
            } catch (MessagingException e) {
                failed++;
                LOG.warn(
                        "Mailbox {} could not be read: {}",
                        mailbox,
                        e.getClass().getSimpleName());
                health.failed(Route.IMAP, mailbox + ": " + e.getClass().getSimpleName());
            } catch (RuntimeException e) {
                failed++;
                LOG.error("A mail of {} could not be taken in", mailbox, e);
                health.failed(Route.IMAP, mailbox + ": " + e.getClass().getSimpleName());
            }
        }
        return new Reading(taken, failed);
    }

    int read(ImapAddress mailbox) throws MessagingException {
        var company = Optional.ofNullable(mailbox.company())
                .flatMap(companies::find)
                .map(Company::id)
                .orElse(null);
        try (var session = new ImapSession(mailbox, reader, clock)) {
            return session.readNew(
                    position(mailbox),
                    (incoming, position) -> transaction.executeWithoutResult(status -> {
                        inbox.take(incoming, company == null ? List.of() : List.of(company));
                        remember(mailbox, position);
                    }));
        }
    }

    private Optional<ImapPosition> position(ImapAddress mailbox) {
        return db.selectFrom(MAILBOX_POSITION)
                .where(MAILBOX_POSITION.MAILBOX.eq(mailbox.toString()))
                .fetchOptional(row -> new ImapPosition(row.getUidValidity(), row.getLastUid()));
    }

    private void remember(ImapAddress mailbox, ImapPosition position) {
        db.insertInto(MAILBOX_POSITION)
                .set(MAILBOX_POSITION.MAILBOX, mailbox.toString())
                .set(MAILBOX_POSITION.UID_VALIDITY, position.uidValidity())
                .set(MAILBOX_POSITION.LAST_UID, position.lastUid())
                .onConflict(MAILBOX_POSITION.MAILBOX)
                .doUpdate()
                .set(MAILBOX_POSITION.UID_VALIDITY, position.uidValidity())
                .set(MAILBOX_POSITION.LAST_UID, position.lastUid())
                .execute();
    }
}
