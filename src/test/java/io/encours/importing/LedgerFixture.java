package io.encours.importing;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// One company with its accountant, files sent by them, and what the ledger then says.
final class LedgerFixture {

    final Company company;
    private final Imports imports;
    private final DSLContext db;
    private final Fixtures fixtures;
    private final SignedIn accountant;

    LedgerFixture(Imports imports, DSLContext db, Fixtures fixtures) {
        this.imports = imports;
        this.db = db;
        this.fixtures = fixtures;
        this.company = fixtures.aCompany();
        this.accountant = fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, company);
    }

    ImportRun send(FecText fec) {
        return send("export.txt", fec.bytes());
    }

    ImportRun send(String fileName, String content) {
        return send(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    ImportRun send(String fileName, byte[] content) {
        return send(new Upload(company.code(), null, fileName, false), content);
    }

    ImportRun send(Upload upload, byte[] content) {
        var scope = fixtures.everythingOf(company);
        var id = imports.start(scope, accountant, upload, new ByteArrayInputStream(content));
        imports.await(id);
        return imports.get(scope, id);
    }

    java.util.List<ImportRun.Reject> errors(ImportRun run) {
        return imports.errors(fixtures.everythingOf(company), run.id());
    }

    RejectsFile rejects(ImportRun run) {
        return imports.rejects(fixtures.everythingOf(company), run.id(), java.util.Locale.FRENCH);
    }

    SignedIn accountant() {
        return accountant;
    }

    /// Σ remaining of the items of each customer.
    Map<String, BigDecimal> balances() {
        return amounts("""
                select c.code, sum(o.remaining) from receivable.open_item o join customer.customer c on c.id = o.customer_id
                where o.company_id = ? group by 1
                """);
    }

    /// Σ (debit − credit) of the lines that count, as of a day.
    Map<String, BigDecimal> ledgerBalances() {
        return amounts("""
                select c.code, sum(l.debit - l.credit) from receivable.ledger_line l
                join customer.customer c on c.id = l.customer_id
                where l.company_id = ? and l.set_aside is null group by 1
                """);
    }

    Map<String, BigDecimal> amounts(String sql, Object... more) {
        var binds = new Object[more.length + 1];
        binds[0] = company.id();
        System.arraycopy(more, 0, binds, 1, more.length);
        var amounts = new TreeMap<String, BigDecimal>();
        db.fetch(sql, binds)
                .forEach(row -> amounts.put(
                        row.get(0, String.class), row.get(1, BigDecimal.class).stripTrailingZeros()));
        return amounts;
    }

    BigDecimal balanceAsOf(LocalDate day) {
        return db.fetchSingle("""
                select coalesce(sum(case when o.entry_date > ? or o.settled_on <= ? then 0
                       else o.original
                          - coalesce((select sum(a.amount) from receivable.allocation a where a.customer_id = o.customer_id
                                      and a.debit_item_id = o.id and a.allocated_on <= ?), 0)
                          + coalesce((select sum(a.amount) from receivable.allocation a where a.customer_id = o.customer_id
                                      and a.credit_item_id = o.id and a.allocated_on <= ?), 0) end), 0)
                from receivable.open_item o where o.company_id = ?
                """, day, day, day, day, company.id()).into(BigDecimal.class);
    }

    DSLContext db() {
        return db;
    }

    static byte[] encoded(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
