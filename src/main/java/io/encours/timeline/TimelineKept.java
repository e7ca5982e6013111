package io.encours.timeline;

import io.encours.platform.Perishable;
import io.encours.platform.PersonalData;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps of persons, and for how long (Q4). Events stay; what people wrote and attached does not.
@Configuration(proxyBeanMethods = false)
class TimelineKept {

    private static final int FIVE_YEARS = 60;

    @Bean
    Perishable textsKept(DSLContext db) {
        return new Perishable(
                30,
                "texts",
                "timeline.kept.texts",
                "timeline.kept.texts.why",
                FIVE_YEARS,
                before -> count(db, "timeline.event where text <> '' and recorded_at < cast(? as timestamptz)", before),
                before -> db.execute(
                        "update timeline.event set text = '' where text <> '' and recorded_at < cast(? as timestamptz)",
                        before.atOffset(ZoneOffset.UTC)));
    }

    @Bean
    Perishable attachmentsKept(DSLContext db) {
        return new Perishable(
                40,
                "attachments",
                "timeline.kept.attachments",
                "timeline.kept.attachments.why",
                FIVE_YEARS,
                before -> count(db, """
                        timeline.attachment_content c
                        join timeline.attachment a on a.customer_id = c.customer_id and a.id = c.attachment_id
                        where a.added_at < cast(? as timestamptz)
                        """, before),
                before -> db.execute("""
                        delete from timeline.attachment_content c using timeline.attachment a
                        where a.customer_id = c.customer_id and a.id = c.attachment_id and a.added_at < cast(? as timestamptz)
                        """, before.atOffset(ZoneOffset.UTC)));
    }

    private static int count(DSLContext db, String what, Instant before) {
        return db.fetchSingle("select count(*)::int from " + what, before.atOffset(ZoneOffset.UTC))
                .get(0, Integer.class);
    }

    @Bean
    PersonalData eventsOfPerson(DSLContext db) {
        return PersonalData.ofCustomers(
                "events", customer -> db.fetch("""
                        select happened_on, recorded_at, type, channel, outcome, author_name, text from timeline.event
                        where customer_id = ? order by id
                        """, customer).intoMaps());
    }
}
