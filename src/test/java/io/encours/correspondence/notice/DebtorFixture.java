package io.encours.correspondence.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportRun;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.Scope;
import io.encours.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/// A company with its paper, and one customer of it who owes.
final class DebtorFixture {

    static final String CODE = "DUP";

    final Company company;
    final SignedIn administrator;
    final SignedIn manager;
    final SignedIn agent;
    final Scope scope;
    private final Imports imports;

    DebtorFixture(Imports imports, Companies companies, Letterheads letterheads, Fixtures fixtures) {
        this.imports = imports;
        var made = fixtures.aCompany();
        administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, made);
        company = companies.change(
                administrator,
                new Companies.Details(made.code(), "Quintavel Essais", "732829320", null, null, null, null));
        manager = fixtures.aManager(company);
        agent = fixtures.anAgent(company);
        scope = fixtures.everythingOf(company);
        letterheads.put(
                administrator,
                company.code(),
                new Letterhead.Draft(
                        "12 quai des Fabriques",
                        "69002",
                        "Lyon",
                        null,
                        null,
                        null,
                        null,
                        "SAS au capital de 10 000 €",
                        "Claire Vasselmont",
                        "FR7630006000011234567890189",
                        null));
        take(
                ImportKind.CUSTOMERS,
                "code;name;siren;address;postalCode;city;agent\n"
                        + "DUP;Dupont Bâtiment;552100554;3 rue des Tanneurs;31000;Toulouse;" + agent.login() + "\n");
    }

    DebtorFixture bill(String... rows) {
        take(ImportKind.ITEMS, "customer;document;documentDate;dueDate;amount;kind\n" + String.join("\n", rows) + "\n");
        return this;
    }

    DebtorFixture pay(String... rows) {
        take(ImportKind.PAYMENTS, "customer;date;amount;document;reference\n" + String.join("\n", rows) + "\n");
        return this;
    }

    void take(ImportKind kind, String content) {
        var upload = new Upload(company.code(), kind, kind.label() + ".csv", false);
        var id = imports.start(
                scope, administrator, upload, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.get(scope, id).status())
                .as("%s", imports.errors(scope, id))
                .isEqualTo(ImportRun.Status.DONE);
    }
}
