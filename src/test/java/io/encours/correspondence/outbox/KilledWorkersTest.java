package io.encours.correspondence.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Letterheads;
import io.encours.correspondence.Channel;
import io.encours.correspondence.Clearance;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.platform.BusinessDate;
import io.encours.platform.Paging;
import io.encours.platform.RowId;
import io.encours.platform.mail.MailServer;
import io.encours.platform.sending.Postman;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.MovableDate;
import io.encours.testing.SmtpPeer;
import io.encours.timeline.TimelineOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/// The proof of decision 0019: workers are killed at two hundred random points between the table and a real
/// SMTP peer.
@IntegrationTest
@DisplayName("A8 never twice: a worker may be killed at any point")
class KilledWorkersTest {

    private static final int KILLS = 200;
    private static final int MESSAGES = 300;
    /// In steps; a message takes about a hundred.
    private static final int LONGEST_LIFE = 140;
    private static final long SEED = 20_261_124;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Messages messages;

    @Autowired
    private SendingSettings settings;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Letters letters;

    @Autowired
    private Companies companies;

    @Autowired
    private Customers customers;

    @Autowired
    private QuietHours quiet;

    @Autowired
    private BusinessDate dates;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DataSource database;

    @Autowired
    private Clock clock;

    @Test
    void nothing_is_sent_twice_and_nothing_is_lost() {
        // It tells of every transaction that could not be rolled back: here two hundred times, as meant.
        var rollbacks = (Logger) LoggerFactory.getLogger(TransactionTemplate.class);
        rollbacks.setLevel(Level.OFF);
        try {
            killWorkers();
        } finally {
            rollbacks.setLevel(null);
        }
    }

    private void killWorkers() {
        var later = new LaterClock(clock);
        var company = fixtures.aCompany();
        var written = write(company);
        later.forward(Duration.ofMinutes(11));
        var random = new Random(SEED);
        try (var peer = new SmtpPeer(() -> 0)) {
            for (var kill = 0; kill < KILLS; kill++) {
                var life = new Life(database, random.nextInt(LONGEST_LIFE));
                untilKilled(worker(life, company, peer, later, kill));
                assertThat(life.isOver()).isTrue();
                if (kill % 40 == 0) {
                    later.forward(MessageQueue.LEASE.plusMinutes(1));
                    holds(company, written, peer);
                }
            }
            later.forward(Duration.ofDays(1));
            worker(new Life(database, Integer.MAX_VALUE), company, peer, later, KILLS)
                    .run(Duration.ofMinutes(1));

            var ends = holds(company, written, peer);
            assertThat(ends).containsOnly(Name.SENT, Name.UNCERTAIN);
            assertThat(ends.stream().filter(Name.UNCERTAIN::equals).count()).isBetween(10L, (long) KILLS);
        }
    }

    /// @return the state of each message
    private List<Name> holds(Company company, List<RowId> written, SmtpPeer peer) {
        var found = messages.list(
                        fixtures.everythingOf(company),
                        new Message.Filter(company.code(), null, null, null, null, null),
                        new Paging(1000, null))
                .items();
        assertThat(found).hasSameSizeAs(written);
        var states = new ArrayList<Name>();
        for (var message : found) {
            var taken = peer.taken(message.recipients().getFirst());
            var state = message.state().name();
            assertThat(taken).as("%s %s", message.recipients(), state).isBetween(0, 1);
            if (state == Name.SENT) {
                assertThat(taken).as("lost: %s", message.recipients()).isEqualTo(1);
            }
            if (state == Name.WAITING) {
                assertThat(taken)
                        .as("would be sent twice: %s", message.recipients())
                        .isZero();
            }
            assertThat(state).isIn(Name.WAITING, Name.SENDING, Name.SENT, Name.UNCERTAIN);
            states.add(state);
        }
        return states;
    }

    private static void untilKilled(Postman<RowId, Parcel> worker) {
        try {
            worker.run(Duration.ofMinutes(1));
        } catch (RuntimeException e) {
            // killed
        }
    }

    private Postman<RowId, Parcel> worker(Life life, Company company, SmtpPeer peer, Clock later, int number) {
        var source = life.database();
        var own = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        var lists = new MessageLists(own);
        var events = new MessageEvents(TimelineOn.connections(own, later, dates), companies, dates, event -> {});
        var desk = new SendingDesk(
                own,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                new ParcelReader(own, letters),
                lists,
                events,
                new Stopping(new MessageStore(own, later), lists, events, new NothingAgainst()),
                new NothingAgainst(),
                quiet);
        var server = MailServer.at(peer.url(), later, life.network());
        var transport = new EmailTransport(server, new Senders(settings, letterheads, server)) {
            @Override
            public boolean serves(long companyId) {
                return companyId == company.id();
            }
        };
        return new Postman<>(new MessageQueue(desk, transport, "life " + number, later), transport, later);
    }

    /// Nothing is planned here, so nothing speaks against these messages.
    private static final class NothingAgainst implements Clearance {

        @Override
        public void hold(Collection<Long> customers) {}

        @Override
        public Map<RowId, Objection> objectionsToPrinting(Collection<RowId> letters) {
            return Map.of();
        }

        @Override
        public Map<RowId, Objection> objections(Collection<RowId> messages) {
            return Map.of();
        }

        @Override
        public Instant earliest(RowId message, Instant moment) {
            return moment;
        }
    }

    private List<RowId> write(Company company) {
        var customer = customer(company);
        var messages = IntStream.range(0, MESSAGES)
                .mapToObj(number -> new NewMessage(
                        company.id(),
                        customer,
                        Channel.EMAIL,
                        Purpose.REMINDER,
                        Stage.AMICABLE,
                        "fr",
                        List.of("m" + number + "@" + company.code() + ".example"),
                        "Relance " + number,
                        "Bonjour,\n" + "Une ligne.\n",
                        "<p>Bonjour</p>",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        "EUR",
                        MovableDate.USUAL,
                        Release.AUTOMATIC,
                        null,
                        null))
                .toList();
        return outbox.writeAll(messages).stream()
                .map(kept -> ((Outbox.Written.Kept) kept).id())
                .toList();
    }

    private long customer(Company company) {
        return customers
                .put(
                        fixtures.everythingOf(company),
                        company.code(),
                        "KIL",
                        new Customer.Details(
                                "Client", null, null, null, null, null, null, null, "fr", null, null, null, null, null,
                                "FR", null, null, null, null, null))
                .id();
    }
}
