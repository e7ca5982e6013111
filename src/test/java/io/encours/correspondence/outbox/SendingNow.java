package io.encours.correspondence.outbox;

import io.encours.company.Letterheads;
import io.encours.platform.mail.MailServer;
import io.encours.platform.sending.Postman;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContext;

/// Sends the e-mails of one company as the worker would at a moment a test chooses.
public final class SendingNow {

    private final ApplicationContext application;
    private final long company;
    private final String url;

    public SendingNow(ApplicationContext application, long company, String url) {
        this.application = application;
        this.company = company;
        this.url = url;
    }

    /// @return how many were handed over
    public int at(Instant moment) {
        var clock = new At(moment);
        var server = MailServer.at(url, clock, null);
        var senders =
                new Senders(application.getBean(SendingSettings.class), application.getBean(Letterheads.class), server);
        var transport = new EmailTransport(server, senders) {
            @Override
            public boolean serves(long companyId) {
                return companyId == company;
            }
        };
        var queue = new MessageQueue(application.getBean(SendingDesk.class), transport, "test", clock);
        return new Postman<>(queue, transport, clock).run(Duration.ofMinutes(1));
    }

    private static final class At extends Clock {

        private final Instant moment;

        At(Instant moment) {
            this.moment = moment;
        }

        @Override
        public Instant instant() {
            return moment;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
