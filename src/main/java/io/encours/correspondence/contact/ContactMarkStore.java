package io.encours.correspondence.contact;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Tables.CONTACT_MARK;
import static encours.db.customer.Tables.CUSTOMER_;

import io.encours.correspondence.contact.ContactMark.Kind;
import io.encours.correspondence.contact.ContactMark.Reason;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The SQL of marks.
@Component
class ContactMarkStore {

    /// As somebody typed it.
    record Phone(long companyId, String text, String country) {}

    private final DSLContext db;
    private final Clock clock;

    ContactMarkStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<String, List<ContactMark>> of(long companyId, Collection<String> addresses) {
        return db
                .selectFrom(CONTACT_MARK)
                .where(CONTACT_MARK.COMPANY_ID.eq(companyId), CONTACT_MARK.ADDRESS.in(addresses))
                .orderBy(CONTACT_MARK.SINCE)
                .fetch(row -> new ContactMark(
                        Kind.valueOf(row.getKind()),
                        row.getAddress(),
                        Reason.valueOf(row.getReason()),
                        row.getDetail(),
                        row.getSince().toInstant(),
                        row.getAuthorName()))
                .stream()
                .collect(Collectors.groupingBy(ContactMark::address));
    }

    void insert(
            Collection<Long> companies, Kind kind, String address, Reason reason, String detail, String authorName) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        for (var company : companies) {
            db.insertInto(CONTACT_MARK)
                    .set(CONTACT_MARK.COMPANY_ID, company)
                    .set(CONTACT_MARK.KIND, kind.name())
                    .set(CONTACT_MARK.ADDRESS, address)
                    .set(CONTACT_MARK.REASON, reason.name())
                    .set(CONTACT_MARK.DETAIL, detail)
                    .set(CONTACT_MARK.SINCE, now)
                    .set(CONTACT_MARK.AUTHOR_NAME, authorName)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    void delete(Collection<Long> companies, String address, Reason reason) {
        db.deleteFrom(CONTACT_MARK)
                .where(
                        CONTACT_MARK.COMPANY_ID.in(companies),
                        CONTACT_MARK.ADDRESS.eq(address),
                        CONTACT_MARK.REASON.eq(reason.name()))
                .execute();
    }

    List<Phone> phones(Collection<Long> customerIds) {
        return db.select(CUSTOMER_.COMPANY_ID, CUSTOMER_.PHONE, CUSTOMER_.COUNTRY)
                .from(CUSTOMER_)
                .where(CUSTOMER_.ID.eq(DSL.any(customerIds.toArray(Long[]::new))), CUSTOMER_.PHONE.isNotNull())
                .fetch(row -> new Phone(row.value1(), row.value2(), row.value3()));
    }

    ZoneId zone(long companyId) {
        return ZoneId.of(db.select(COMPANY_.TIME_ZONE)
                .from(COMPANY_)
                .where(COMPANY_.ID.eq(companyId))
                .fetchSingle(COMPANY_.TIME_ZONE));
    }
}
