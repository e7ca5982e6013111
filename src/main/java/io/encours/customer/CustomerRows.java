package io.encours.customer;

import io.encours.platform.database.CopyRows;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// Takes in the rows of a customers file, set-wise: staged by `COPY`, claimed, then updated where a value differs. Only
/// the columns the file has are touched.
final class CustomerRows {

    private final DSLContext db;
    private final CustomerClaims claims;

    CustomerRows(DSLContext db, CustomerClaims claims) {
        this.db = db;
        this.claims = claims;
    }

    /// @param columns the file has
    Upserted upsert(long companyId, Collection<CustomerField> columns, CustomerRow.Rows rows) throws IOException {
        var staged = stage(columns, rows);
        db.execute("""
                create temp table staged_line on commit drop as
                select line, code as customer_code, name as customer_name, false as unidentified from customer_row
                """);
        db.execute("""
                create temp table new_customer on commit drop as
                select distinct code from customer_row r
                where not exists (select from customer.customer_code c where c.company_id = ? and c.code = r.code)
                """, companyId);
        claims.claimStaged(companyId);
        db.execute("drop table staged_line");
        var changed = update(companyId, columns);
        var created = db.fetch(
                        "select c.customer_id from new_customer n join customer.customer_code c"
                                + " on c.company_id = ? and c.code = n.code",
                        companyId)
                .into(Long.class);
        var createdRows = db.fetchSingle(
                        "select count(*) from customer_row where code in (select code from new_customer)")
                .into(int.class);
        var changedRows =
                db.fetchSingle("""
                select count(*) from customer_row r join customer.customer_code c on c.company_id = ? and c.code = r.code
                where c.customer_id = any (?::bigint[]) and r.code not in (select code from new_customer)
                """, companyId, changed.toArray(Long[]::new)).into(int.class);
        db.execute("drop table customer_row, new_customer");
        return new Upserted(createdRows, changedRows, staged - createdRows - changedRows, ids(created, changed));
    }

    /// @return how many rows
    private int stage(Collection<CustomerField> columns, CustomerRow.Rows rows) throws IOException {
        db.execute("create temp table customer_row (line int, code text, "
                + columns.stream().map(field -> field.column() + " text").collect(Collectors.joining(", "))
                + ") on commit drop");
        var staged = new AtomicInteger();
        var failure = new AtomicReference<@Nullable IOException>();
        db.connection(connection -> {
            try (var copy = new CopyRows(connection, "customer_row")) {
                rows.forEach(row -> {
                    add(copy, columns, row);
                    staged.incrementAndGet();
                });
                copy.finish();
            } catch (IOException e) {
                failure.set(e);
            }
        });
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        db.execute("analyze customer_row");
        return staged.get();
    }

    private static void add(CopyRows copy, Collection<CustomerField> columns, CustomerRow row) {
        try {
            copy.add(row.line()).add(row.code());
            for (var field : columns) {
                copy.add(field.normal(row.values().getOrDefault(field, "")));
            }
            copy.end();
        } catch (SQLException e) {
            throw new DataAccessException("Staging of customers", e);
        }
    }

    /// @return customers with a value that differed
    private List<Long> update(long companyId, Collection<CustomerField> columns) {
        var values = columns.stream().map(CustomerField::valueInSql).toList();
        var held = columns.stream().map(field -> "k." + field.column()).toList();
        var assignments = columns.stream()
                .map(field -> field.column() + " = " + field.valueInSql())
                .collect(Collectors.joining(", "));
        return db.fetch("""
                with last as (
                    select distinct on (code) * from customer_row order by code, line desc
                )
                update customer.customer k set %s
                from (select c.customer_id, r.* from last r
                      join customer.customer_code c on c.company_id = ? and c.code = r.code) r
                where k.id = r.customer_id and row(%s) is distinct from row(%s)
                returning k.id
                """.formatted(assignments, String.join(", ", held), String.join(", ", values)), companyId)
                .into(Long.class);
    }

    private static List<Long> ids(List<Long> created, List<Long> changed) {
        return java.util.stream.Stream.concat(created.stream(), changed.stream())
                .distinct()
                .toList();
    }
}
