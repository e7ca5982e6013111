package io.encours.correspondence.outbox;

import static encours.db.correspondence.Tables.MESSAGE_ATTACHMENT;
import static encours.db.correspondence.Tables.MESSAGE_BODY;

import io.encours.platform.Perishable;
import io.encours.platform.PersonalData;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What messages keep of persons, and for how long (Q4): texts and attachments go; that a message was sent,
/// to whom and when, stays.
@Configuration(proxyBeanMethods = false)
class MessagesKept {

    private static final int FIVE_YEARS = 60;

    /// What is no longer under way, and was written before.
    private static final String OLD = """
            created_at < cast(? as timestamptz) and purged_at is null
            and state in ('SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'CANCELLED', 'UNCERTAIN')
            """;

    @Bean
    Perishable messagesPerish(DSLContext db, Clock clock) {
        return new Perishable(
                10,
                "messages",
                "correspondence.kept.messages",
                "correspondence.kept.messages.why",
                FIVE_YEARS,
                before -> countOld(db, before),
                before -> purge(db, clock, before));
    }

    @Bean
    PersonalData messagesOfPerson(DSLContext db) {
        return PersonalData.ofCustomers(
                "messages", customer -> db.fetch("""
                        select m.created_at, m.channel, m.purpose, array_to_string(m.recipients, ', ') as recipients, m.subject,
                            m.state, b.text
                        from correspondence.message m
                        left join correspondence.message_body b on b.customer_id = m.customer_id and b.message_id = m.id
                        where m.customer_id = ? order by m.id
                        """, customer).intoMaps());
    }

    private static int countOld(DSLContext db, Instant before) {
        return db.fetchSingle("select count(*)::int from correspondence.message where " + OLD, MessageStore.utc(before))
                .get(0, Integer.class);
    }

    /// Removes what old messages say and what went with them; that they were sent stays.
    private static int purge(DSLContext db, Clock clock, Instant before) {
        var old = db.fetch(
                        "update correspondence.message set purged_at = cast(? as timestamptz) where " + OLD
                                + " returning customer_id, id",
                        MessageStore.utc(clock.instant()),
                        MessageStore.utc(before))
                .map(row -> new Long[] {row.get(0, Long.class), row.get(1, Long.class)});
        var customers = old.stream().map(row -> row[0]).toArray(Long[]::new);
        var messages = old.stream().map(row -> row[1]).toArray(Long[]::new);
        for (var table : List.of(MESSAGE_BODY.getName(), MESSAGE_ATTACHMENT.getName())) {
            db.execute(
                    "delete from correspondence." + table + " t using unnest(?, ?) as old (customer_id, message_id)"
                            + " where t.customer_id = old.customer_id and t.message_id = old.message_id",
                    customers,
                    messages);
        }
        return old.size();
    }
}
