package io.encours.correspondence.outbox;

import io.encours.company.Companies;
import io.encours.correspondence.Channel;
import io.encours.correspondence.outbox.NewMessage.Release;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// When messages may go out: how each company sends is read once for many.
final class DueTimes {

    private record Customs(SendingRules rules, ZoneId zone) {}

    private final SendingSettings settings;
    private final Companies companies;
    private final Instant now;
    private final Map<Long, Customs> customs = new HashMap<>();

    DueTimes(SendingSettings settings, Companies companies, Instant now) {
        this.settings = settings;
        this.companies = companies;
        this.now = now;
    }

    Instant of(long companyId, Channel channel, Release release) {
        var known = customs(companyId);
        return known.rules().dueAt(channel, release, now, known.zone());
    }

    /// Not before it may go either.
    Instant of(NewMessage message) {
        var due = of(message.companyId(), message.channel(), message.release());
        var hold = message.notBefore();
        if (hold == null || !hold.isAfter(due)) {
            return due;
        }
        var known = customs(message.companyId());
        return known.rules().awake(message.channel(), hold, known.zone());
    }

    private Customs customs(long companyId) {
        return customs.computeIfAbsent(
                companyId, id -> new Customs(settings.of(id), companies.byId(id).zone()));
    }
}
