package io.encours.correspondence;

import io.encours.platform.Perishable;
import io.encours.platform.PersonalData;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps of persons in letters, and for how long (Q4).
@Configuration(proxyBeanMethods = false)
class CorrespondenceKept {

    private static final int FIVE_YEARS = 60;

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
}
