package io.encours.correspondence.contact;

import io.encours.platform.Perishable;
import io.encours.platform.PersonalData;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Marks on numbers and addresses, and for how long (Q4). Who asked not to be written to is obeyed as long as a customer
/// has the number or the address, however old the mark.
@Configuration(proxyBeanMethods = false)
class ContactMarksKept {

    private static final int THREE_YEARS = 36;

    private static final String OF_CUSTOMER = """
            c.company_id = m.company_id and (m.kind = 'EMAIL' and lower(c.email) = m.address
                or m.kind = 'PHONE' and right(regexp_replace(c.phone, '\\D', '', 'g'), 8) = right(m.address, 8))
            """;

    private static final String OLD = """
            correspondence.contact_mark m where m.since < cast(? as timestamptz)
            and (m.reason <> 'OPTED_OUT' or not exists (select from customer.customer c where %s))
            """.formatted(OF_CUSTOMER);

    @Bean
    Perishable marksKept(DSLContext db) {
        return new Perishable(
                14,
                "contact-marks",
                "correspondence.kept.contactMarks",
                "correspondence.kept.contactMarks.why",
                THREE_YEARS,
                before -> db.fetchSingle("select count(*)::int from " + OLD, before.atOffset(ZoneOffset.UTC))
                        .get(0, Integer.class),
                before -> db.execute("delete from " + OLD, before.atOffset(ZoneOffset.UTC)));
    }

    @Bean
    PersonalData marksOfPerson(DSLContext db) {
        return PersonalData.ofCustomers(
                "contactMarks",
                customer -> db.fetch(
                                "select m.kind, m.address, m.reason, m.detail, m.since, m.author_name"
                                        + " from correspondence.contact_mark m join customer.customer c on " + OF_CUSTOMER
                                        + " where c.id = ? order by m.since",
                                customer)
                        .intoMaps());
    }
}
