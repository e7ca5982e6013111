package io.encours.correspondence.sms;

import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.correspondence.inbound.Inbox;
import io.encours.correspondence.inbound.Incoming;
import io.encours.correspondence.outbox.PeerReports;
import io.encours.platform.PhoneNumber;
import io.encours.platform.RowId;
import io.encours.timeline.EventType;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What providers bring: receipts of delivery, and what customers write. Both are kept before the provider is
/// told.
@Service
public class SmsPost {

    private static final Logger LOG = LoggerFactory.getLogger(SmsPost.class);

    /// Words after which nobody is written to any more, as operators and the trade know them; *STOP* by
    /// French law.
    private static final Set<String> STOP = Set.of("STOP", "STOPSMS", "ARRET", "UNSUBSCRIBE", "STOPALL");

    private static final Set<String> START = Set.of("START", "REPRISE", "UNSTOP");
    private static final int WORDS_OF_A_KEYWORD = 3;
    private static final Duration THE_SAME_AGAIN = Duration.ofMinutes(10);

    private final SmsStore store;
    private final SmsPieces pieces;
    private final SmsSenders senders;
    private final Inbox inbox;
    private final ContactMarks marks;
    private final PeerReports reports;
    private final Clock clock;
    private final TransactionTemplate each;

    SmsPost(
            SmsStore store,
            SmsPieces pieces,
            SmsSenders senders,
            Inbox inbox,
            ContactMarks marks,
            PeerReports reports,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.pieces = pieces;
        this.senders = senders;
        this.inbox = inbox;
        this.marks = marks;
        this.reports = reports;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
    }

    /// Keeps a receipt and, when it decides the matter, says what became of the message.
    @Transactional
    public void receipt(SmsReceipt receipt) {
        store.receipt(receipt);
        settle(receipt.provider(), receipt.id());
    }

    /// Receipts that came before their message was known as sent.
    @Transactional
    public void settleLate() {
        store.unsettled().forEach(receipt -> settle(receipt.provider(), receipt.id()));
    }

    /// A message arrived when all of its parts have; one part that did not is enough for the contrary.
    private void settle(String provider, String id) {
        store.messageOf(provider, id).ifPresent(message -> {
            var settled = store.settled(message);
            if (settled.failed() ? failed(message, settled) : settled.complete() && reports.delivered(message)) {
                store.settle(message);
            }
        });
    }

    /// It came back when nobody is there, and so will the next one to this number; else it only failed, and
    /// may be sent again.
    private boolean failed(RowId message, SmsStore.Settled settled) {
        if (!settled.unreachable()) {
            return reports.undelivered(message, settled.reason());
        }
        var came = reports.bounced(message, settled.reason());
        if (came) {
            store.addressee(message)
                    .ifPresent(to -> marks.mark(
                            List.of(to.companyId()),
                            ContactMark.Kind.PHONE,
                            to.number(),
                            ContactMark.Reason.BOUNCED,
                            settled.reason(),
                            null));
        }
        return came;
    }

    /// Keeps an answer, or a part of one until the others have come.
    @Transactional
    public void received(ReceivedSms message) {
        if (message.part().isEmpty()) {
            take(message, message.text());
            return;
        }
        pieces.join(message, message.part().get()).forEach(text -> take(message, text));
    }

    /// Answers whose other parts did not come within a day: what there is of them. Each by itself: one that
    /// cannot be taken waits, and the others do not wait for it.
    public void takeIncomplete() {
        for (var answer : pieces.old()) {
            try {
                each.executeWithoutResult(
                        status -> pieces.takeOld(answer).ifPresent(found -> take(found, found.text())));
            } catch (RuntimeException e) {
                LOG.warn("An answer in {} parts could not be taken", answer.total(), e);
            }
        }
    }

    /// Once: what a provider sends again has the same id; without one, the same words right after each other
    /// are one.
    private void take(ReceivedSms message, String said) {
        var number = PhoneNumber.of(message.from(), "FR").map(PhoneNumber::e164).orElse(message.from());
        var text = said.strip();
        var now = clock.instant();
        pieces.oneAtATime(number, message.to());
        if (message.id().isEmpty()
                && inbox.lastSms(number, message.to(), now.minus(THE_SAME_AGAIN))
                        .filter(text::equals)
                        .isPresent()) {
            return;
        }
        var companies = senders.companiesOf(message);
        var type = type(text);
        if (!inbox.take(Incoming.sms(message.to(), number, text, type, now, sameAs(message)), companies)) {
            return;
        }
        switch (type) {
            case OPTED_OUT ->
                marks.mark(companies, ContactMark.Kind.PHONE, number, ContactMark.Reason.OPTED_OUT, text, null);
            case OPTED_IN -> marks.lift(companies, number, ContactMark.Reason.OPTED_OUT);
            default -> {}
        }
    }

    private static String sameAs(ReceivedSms message) {
        return message.id().isEmpty() ? UUID.randomUUID().toString() : "sms:" + message.provider() + ":" + message.id();
    }

    private static EventType type(String text) {
        var words = List.of(plain(text).split("\\s+", -1));
        if (words.size() > WORDS_OF_A_KEYWORD) {
            return EventType.ANSWER;
        }
        if (STOP.contains(words.getFirst())) {
            return EventType.OPTED_OUT;
        }
        return START.contains(words.getFirst()) ? EventType.OPTED_IN : EventType.ANSWER;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}\\s]", "")
                .strip()
                .toUpperCase(Locale.ROOT);
    }
}
