package io.encours.customer;

import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/// Makes customers: first the claim of the code, then the customer (citus.md).
final class CustomerClaims {

    private final DSLContext db;
    private final Supplier<OffsetDateTime> now;

    CustomerClaims(DSLContext db, Supplier<OffsetDateTime> now) {
        this.db = db;
        this.now = now;
    }

    long create(long companyId, String code, String name) {
        var id = db.fetchSingle("select nextval('customer.customer_id_seq')").into(long.class);
        db.execute(
                "insert into customer.customer_code (company_id, code, customer_id) values (?, ?, ?)",
                companyId,
                code,
                id);
        db.execute("""
                insert into customer.customer (id, company_id, code, name, language, created_at)
                select ?, c.id, ?, ?, c.language, ?::timestamptz from company.company c where c.id = ?
                """, id, code, name, now.get(), companyId);
        return id;
    }

    int claimStaged(long companyId) {
        db.execute("""
                insert into customer.customer_code (company_id, code, customer_id)
                select ?, s.customer_code, nextval('customer.customer_id_seq')
                from (select distinct customer_code from staged_line) s
                where not exists (select from customer.customer_code c
                                  where c.company_id = ? and c.code = s.customer_code)
                order by s.customer_code
                """, companyId, companyId);
        return db.execute("""
                insert into customer.customer (id, company_id, code, name, unidentified, language, created_at)
                select c.customer_id, c.company_id, c.code, s.customer_name, s.unidentified, co.language, ?::timestamptz
                from (select distinct on (customer_code) customer_code, customer_name, unidentified from staged_line
                      order by customer_code, line desc) s
                join customer.customer_code c on c.company_id = ? and c.code = s.customer_code
                join company.company co on co.id = c.company_id
                where not exists (select from customer.customer k where k.id = c.customer_id)
                """, now.get(), companyId);
    }
}
