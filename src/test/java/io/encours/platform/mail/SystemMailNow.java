package io.encours.platform.mail;

import io.encours.platform.sending.Postman;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;

/// Sends what waits in the outbox of the system to a server of the test.
public final class SystemMailNow {

    private SystemMailNow() {}

    public static int send(DSLContext db, Clock clock, String url) {
        var server = MailServer.at(url, clock, null);
        return new Postman<>(new SystemMailQueue(db, server, clock), SystemMailQueue.carrier(server), clock)
                .run(Duration.ofMinutes(1));
    }
}
