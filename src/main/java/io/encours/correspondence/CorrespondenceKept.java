package io.encours.correspondence;

import io.encours.correspondence.outbox.Outbox;
import io.encours.platform.Perishable;
import io.encours.platform.PersonalData;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps of persons, and for how long (Q4).
@Configuration(proxyBeanMethods = false)
class CorrespondenceKept {

    private static final int FIVE_YEARS = 60;

    @Bean
    Perishable messagesKept(Outbox outbox) {
        return new Perishable(
                10,
                "messages",
                "correspondence.kept.messages",
                "correspondence.kept.messages.why",
                FIVE_YEARS,
                outbox::countOld,
                outbox::purge);
    }

    /// What waits to be printed is kept.
    @Bean
    Perishable lettersKept(DSLContext db) {
        return new Perishable(
                20,
                "letters",
                "correspondence.kept.letters",
                "correspondence.kept.letters.why",
                FIVE_YEARS,
                before -> db.fetchSingle("""
                                select count(*)::int from correspondence.letter_content c
                                join correspondence.letter l on l.customer_id = c.customer_id and l.id = c.letter_id
                                where l.created_at < cast(? as timestamptz) and (l.print_run_id is not null or l.cancelled_at is not null)
                                """, before.atOffset(ZoneOffset.UTC)).get(0, Integer.class),
                before -> db.execute("""
                        delete from correspondence.letter_content c using correspondence.letter l
                        where l.customer_id = c.customer_id and l.id = c.letter_id
                        and l.created_at < cast(? as timestamptz) and (l.print_run_id is not null or l.cancelled_at is not null)
                        """, before.atOffset(ZoneOffset.UTC)));
    }

    @Bean
    PersonalData lettersOfPerson(DSLContext db) {
        return PersonalData.ofCustomers(
                "letters",
                customer -> db.fetch(
                                "select dated, purpose, subject, language from correspondence.letter where customer_id = ? order by id",
                                customer)
                        .intoMaps());
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
}
