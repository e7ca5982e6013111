package io.encours.worklist;

import static encours.db.customer.Tables.CUSTOMER_;

import io.encours.platform.Scope;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How to reach a customer.
@Service
public class Contacts {

    public record Contact(@Nullable String phone, @Nullable String email) {}

    private final DSLContext db;

    Contacts(DSLContext db) {
        this.db = db;
    }

    /// Empty outside of the scope.
    public Optional<Contact> of(Scope scope, long customerId) {
        return db.select(CUSTOMER_.PHONE, CUSTOMER_.EMAIL)
                .from(CUSTOMER_)
                .where(CUSTOMER_.ID.eq(customerId), scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchOptional(row -> new Contact(row.value1(), row.value2()));
    }
}
