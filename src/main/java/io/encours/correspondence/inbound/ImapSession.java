package io.encours.correspondence.inbound;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/// One look into a mailbox.
final class ImapSession implements AutoCloseable {

    /// Takes a mail in for good, together with how far the mailbox is read then.
    interface Taker {
        void take(Incoming incoming, ImapPosition position);
    }

    static final int LARGEST = 40 << 20;

    private static final Duration HOW_FAR_BACK = Duration.ofDays(30);
    private static final String WITHIN_MILLIS = "30000";
    private static final int MEGA = 1_000_000;

    private final ImapAddress address;
    private final MailReader reader;
    private final Clock clock;
    private final Store store;

    ImapSession(ImapAddress address, MailReader reader, Clock clock) throws MessagingException {
        this.address = address;
        this.reader = reader;
        this.clock = clock;
        this.store = session().getStore(address.tls() ? "imaps" : "imap");
        store.connect(address.host(), address.port(), address.user(), address.password());
    }

    /// Mails not seen yet, in the order they came.
    ///
    /// @param before empty: the mailbox was never read; then what nobody has read in the last 30 days counts as new
    /// @return how many
    int readNew(Optional<ImapPosition> before, Taker taker) throws MessagingException {
        try (var folder = store.getFolder(address.folder())) {
            folder.open(Folder.READ_WRITE);
            var uids = (UIDFolder) folder;
            var validity = uids.getUIDValidity();
            var last = before.filter(position -> position.uidValidity() == validity)
                    .map(ImapPosition::lastUid)
                    .orElse(0L);
            var mails = last > 0
                    ? uids.getMessagesByUID(last + 1, UIDFolder.LASTUID)
                    : folder.search(recent(before.isEmpty()));
            fetchHeads(folder, mails);
            var taken = new ArrayList<Message>();
            try {
                for (var mail : mails) {
                    var uid = uids.getUID(mail);
                    // A range that ends in * always holds the last mail (RFC 3501 §6.4.8).
                    if (uid > last) {
                        taker.take(incoming(mail), new ImapPosition(validity, uid));
                        taken.add(mail);
                    }
                }
            } finally {
                // Those that are committed, also when a later one could not be.
                folder.setFlags(taken.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
            }
            return taken.size();
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }

    private Incoming incoming(Message mail) throws MessagingException {
        var at =
                Optional.ofNullable(mail.getReceivedDate()).map(Date::toInstant).orElseGet(clock::instant);
        return mail.getSize() > LARGEST ? tooLarge(mail, at) : reader.read(whole(mail), address.toString(), at);
    }

    private Incoming tooLarge(Message mail, Instant at) throws MessagingException {
        var head = String.join("\r\n", Collections.list(((MimeMessage) mail).getAllHeaderLines())) + "\r\n\r\n";
        return reader.tooLarge(
                head.getBytes(StandardCharsets.ISO_8859_1), address.toString(), at, mail.getSize() / MEGA);
    }

    private static byte[] whole(Message mail) throws MessagingException {
        try {
            var octets = new ByteArrayOutputStream();
            mail.writeTo(octets);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new MessagingException("The mail could not be fetched", e);
        }
    }

    private static void fetchHeads(Folder folder, Message[] mails) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(FetchProfile.Item.ENVELOPE);
        folder.fetch(mails, profile);
    }

    private SearchTerm recent(boolean unreadOnly) {
        var recent = new ReceivedDateTerm(
                ComparisonTerm.GE, Date.from(clock.instant().minus(HOW_FAR_BACK)));
        return unreadOnly ? new AndTerm(recent, new FlagTerm(new Flags(Flags.Flag.SEEN), false)) : recent;
    }

    private Session session() {
        var properties = new Properties();
        for (var protocol : new String[] {"imap", "imaps"}) {
            var prefix = "mail." + protocol + ".";
            properties.setProperty(prefix + "connectiontimeout", WITHIN_MILLIS);
            properties.setProperty(prefix + "timeout", WITHIN_MILLIS);
            properties.setProperty(prefix + "writetimeout", WITHIN_MILLIS);
            // Reading does not mark as read; we do, when we have committed.
            properties.setProperty(prefix + "peek", "true");
            properties.setProperty(prefix + "partialfetch", "false");
        }
        properties.setProperty("mail.imap.starttls.enable", "true");
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }
}
