package io.encours.correspondence.outbox;

import io.encours.platform.Checkup;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Messages can go out, and none is in doubt.
@Component
class OutboxCheckup implements Checkup {

    private static final String NAME = "messages";

    private final Channels channels;
    private final DSLContext db;

    OutboxCheckup(Channels channels, DSLContext db) {
        this.channels = channels;
        this.db = db;
    }

    @Override
    public Finding look() {
        var counts = db.fetchSingle("""
                select count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'UNCERTAIN')
                from correspondence.message where state in ('WAITING', 'UNCERTAIN')
                """);
        var waiting = counts.get(0, Integer.class);
        var uncertain = counts.get(1, Integer.class);
        for (var channel : channels.all()) {
            if (channel.configured() && channel.pausedAt() != null) {
                return Finding.broken(NAME, "correspondence.doctor.paused", channel.channel(), waiting);
            }
            if (channel.configured() && channel.trouble() != null) {
                return Finding.broken(
                        NAME, "correspondence.doctor.trouble", channel.channel(), channel.trouble(), waiting);
            }
        }
        return channels.all().stream().anyMatch(Channels.Status::configured) || waiting == 0
                ? Finding.sound(NAME, "correspondence.doctor.messages", waiting, uncertain)
                : Finding.broken(NAME, "correspondence.doctor.noServer", waiting);
    }
}
