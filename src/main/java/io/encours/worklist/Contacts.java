package io.encours.worklist;

import static encours.db.customer.Tables.CUSTOMER_;

import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.correspondence.inbound.Inbox;
import io.encours.platform.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How to reach a customer.
@Service
public class Contacts {

    /// @param country whose numbers are written without a prefix, ISO 3166
    /// @param marks why the number or the address should not be used
    /// @param answered day of the latest answer nobody has read; null: none
    public record Contact(
            @Nullable String phone,
            @Nullable String email,
            String country,
            List<ContactMark> marks,
            @Nullable LocalDate answered) {}

    private final DSLContext db;
    private final ContactMarks marks;
    private final Inbox inbox;

    Contacts(DSLContext db, ContactMarks marks, Inbox inbox) {
        this.db = db;
        this.marks = marks;
        this.inbox = inbox;
    }

    /// Empty outside of the scope.
    public Optional<Contact> of(Scope scope, long customerId) {
        return db.select(CUSTOMER_.COMPANY_ID, CUSTOMER_.PHONE, CUSTOMER_.EMAIL, CUSTOMER_.COUNTRY)
                .from(CUSTOMER_)
                .where(CUSTOMER_.ID.eq(customerId), scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchOptional(row -> new Contact(
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        marks.of(row.value1(), row.value2(), row.value3(), row.value4()),
                        inbox.unread(List.of(customerId)).get(customerId)));
    }
}
