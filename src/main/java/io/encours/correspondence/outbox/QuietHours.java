package io.encours.correspondence.outbox;

import io.encours.company.Companies;
import io.encours.correspondence.Channel;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Whether a company's messages have to wait for the morning. Looked at when a message is written and again
/// before it is sent: it may have been retried, or the server may have been away, until late.
@Component
class QuietHours {

    private final SendingSettings settings;
    private final Companies companies;
    private final Clock clock;

    QuietHours(SendingSettings settings, Companies companies, Clock clock) {
        this.settings = settings;
        this.companies = companies;
        this.clock = clock;
    }

    boolean now(Channel channel, long companyId) {
        var now = clock.instant();
        return settings.of(companyId)
                .awake(channel, now, companies.byId(companyId).zone())
                .isAfter(now);
    }
}
