package io.encours.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportRun;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/// The books of one company, brought in as files are.
public final class Books {

    public final Company company;
    private final Imports imports;
    private final Fixtures fixtures;
    private final SignedIn accountant;
    private final StringBuilder items =
            new StringBuilder("customer;document;documentDate;dueDate;amount;kind;controlAccount\n");
    private final StringBuilder payments = new StringBuilder("customer;date;amount;document\n");

    public Books(Imports imports, Fixtures fixtures) {
        this(imports, fixtures, "EUR");
    }

    /// @param currency of the accounts
    public Books(Imports imports, Fixtures fixtures, String currency) {
        this.imports = imports;
        this.fixtures = fixtures;
        this.company = fixtures.aCompany(currency);
        this.accountant = fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, company);
    }

    public Books invoice(String customer, String document, String date, String due, String amount) {
        return item(customer, document, date, due, amount, "INVOICE", "");
    }

    public Books item(
            String customer, String document, String date, String due, String amount, String kind, String account) {
        items.append(String.join(";", customer, document, date, due, amount, kind, account))
                .append('\n');
        return this;
    }

    /// @param document it settles; empty: unallocated
    public Books payment(String customer, String date, String amount, String document) {
        payments.append(String.join(";", customer, date, amount, document)).append('\n');
        return this;
    }

    public Books customers(String rows) {
        take(ImportKind.CUSTOMERS, rows);
        return this;
    }

    public Books bringIn() {
        take(ImportKind.ITEMS, items.toString());
        if (payments.indexOf("\n") < payments.length() - 1) {
            take(ImportKind.PAYMENTS, payments.toString());
        }
        return this;
    }

    private void take(ImportKind kind, String rows) {
        take(kind, kind.label() + ".csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    public Books take(ImportKind kind, String file, byte[] content) {
        var scope = fixtures.everythingOf(company);
        var id = imports.start(
                scope, accountant, new Upload(company.code(), kind, file, false), new ByteArrayInputStream(content));
        imports.await(id);
        assertThat(imports.get(scope, id).status())
                .as("import of %s: %s", kind, imports.errors(scope, id))
                .isEqualTo(ImportRun.Status.DONE);
        return this;
    }
}
