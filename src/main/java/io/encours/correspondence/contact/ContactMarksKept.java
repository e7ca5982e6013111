package io.encours.correspondence.contact;

import static encours.db.correspondence.Tables.CONTACT_MARK;

import io.encours.platform.Perishable;
import io.encours.platform.PersonalData;
import io.encours.platform.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Marks on numbers and addresses, and for how long (Q4). Who asked not to be written to is obeyed as long as a
/// customer has the number or the address, however old the mark.
@Configuration(proxyBeanMethods = false)
class ContactMarksKept {

    private static final int THREE_YEARS = 36;

    /// Of telephone numbers a few too many; `isOfCustomer` compares them whole.
    private static final String MAYBE_OF_CUSTOMER = """
            c.company_id = m.company_id and (m.kind = 'EMAIL' and lower(c.email) = m.address
                or m.kind = 'PHONE' and right(regexp_replace(c.phone, '\\D', '', 'g'), 8) = right(m.address, 8))
            """;

    private static final String OLD = """
            select m.company_id, m.kind, m.address, m.reason, c.id as customer_id, c.phone, c.country
            from correspondence.contact_mark m left join customer.customer c on m.reason = 'OPTED_OUT' and %s
            where m.since < cast(? as timestamptz)
            """.formatted(MAYBE_OF_CUSTOMER);

    private record Mark(long company, String kind, String address, String reason) {}

    @Bean
    Perishable marksKept(DSLContext db) {
        return new Perishable(
                14,
                "contact-marks",
                "correspondence.kept.contactMarks",
                "correspondence.kept.contactMarks.why",
                THREE_YEARS,
                before -> old(db, before).size(),
                before -> remove(db, old(db, before)));
    }

    @Bean
    PersonalData marksOfPerson(DSLContext db) {
        return PersonalData.ofCustomers("contactMarks", customer -> {
            var marks = db.fetch(
                    "select m.kind, m.address, m.reason, m.detail, m.since, m.author_name, c.id as customer_id, c.phone,"
                            + " c.country from correspondence.contact_mark m join customer.customer c on "
                            + MAYBE_OF_CUSTOMER + " where c.id = ? order by m.since",
                    customer);
            marks.removeIf(row -> !isOfCustomer(row));
            var rows = marks.intoMaps();
            rows.forEach(row -> row.keySet().removeAll(List.of("customer_id", "phone", "country")));
            return rows;
        });
    }

    private static List<Mark> old(DSLContext db, Instant before) {
        return db.fetch(OLD, before.atOffset(ZoneOffset.UTC)).stream()
                .collect(Collectors.groupingBy(
                        row -> new Mark(
                                row.get("company_id", Long.class),
                                row.get("kind", String.class),
                                row.get("address", String.class),
                                row.get("reason", String.class)),
                        Collectors.reducing(false, ContactMarksKept::isOfCustomer, Boolean::logicalOr)))
                .entrySet()
                .stream()
                .filter(each -> !each.getValue())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static int remove(DSLContext db, List<Mark> marks) {
        return marks.stream()
                .mapToInt(mark -> db.deleteFrom(CONTACT_MARK)
                        .where(
                                CONTACT_MARK.COMPANY_ID.eq(mark.company()),
                                CONTACT_MARK.KIND.eq(mark.kind()),
                                CONTACT_MARK.ADDRESS.eq(mark.address()),
                                CONTACT_MARK.REASON.eq(mark.reason()))
                        .execute())
                .sum();
    }

    private static boolean isOfCustomer(Record row) {
        if (row.get("customer_id") == null) {
            return false;
        }
        return row.get("kind", String.class).equals("EMAIL")
                || PhoneNumber.of(row.get("phone", String.class), row.get("country", String.class))
                        .filter(number -> number.e164().equals(row.get("address", String.class)))
                        .isPresent();
    }
}
