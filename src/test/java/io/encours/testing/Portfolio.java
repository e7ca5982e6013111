package io.encours.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.ImportRun;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.strategy.Strategies;
import io.encours.strategy.StrategyDraft;
import io.encours.strategy.StrategyDraft.ActionDraft;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Customers of a company and what they owe, brought in as files are: a call ten days after the due date, a letter
/// fifteen days later.
public final class Portfolio {

    private final Imports imports;
    private final Fixtures fixtures;
    private final Company company;
    private final SignedIn administrator;
    private final StringBuilder customers = new StringBuilder("code;name;agent;phone;email\n");
    private final StringBuilder items = new StringBuilder("customer;document;documentDate;dueDate;amount;kind\n");

    public Portfolio(Imports imports, Strategies strategies, Fixtures fixtures, Company company) {
        this.imports = imports;
        this.fixtures = fixtures;
        this.company = company;
        this.administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company);
        var code = "S-" + company.code();
        strategies.put(
                administrator,
                fixtures.everythingOf(company),
                code,
                new StrategyDraft(
                        code,
                        "Standard",
                        company.code(),
                        true,
                        List.of(
                                step("CALL", "Appel n° 1", "PHONE", 10),
                                step("LETTER", "Relance écrite", "LETTER", 25))));
    }

    public SignedIn administrator() {
        return administrator;
    }

    public Portfolio customer(String code, String name, SignedIn agent) {
        customers
                .append(String.join(";", code, name, agent.login(), "01 99 00 00 00", code + "@client.example"))
                .append('\n');
        return this;
    }

    public Portfolio owes(String customer, String document, String due, String amount) {
        return line(customer, document, due, amount, "INVOICE");
    }

    public Portfolio hasCredit(String customer, String document, String amount) {
        return line(customer, document, "2026-11-01", "-" + amount, "CREDIT_NOTE");
    }

    /// Imports what was said.
    public Portfolio bringIn() {
        take(ImportKind.CUSTOMERS, customers);
        take(ImportKind.ITEMS, items);
        fixtures.followedFromTheBeginning(company);
        return this;
    }

    private Portfolio line(String customer, String document, String due, String amount, String kind) {
        items.append(String.join(";", customer, document, "2026-09-01", due, amount, kind))
                .append('\n');
        return this;
    }

    private void take(ImportKind kind, StringBuilder rows) {
        var scope = fixtures.everythingOf(company);
        var upload = new Upload(company.code(), kind, kind.label() + ".csv", false);
        var id = imports.start(
                scope,
                administrator,
                upload,
                new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.get(scope, id).status())
                .as("import of %s: %s", kind, imports.errors(scope, id))
                .isEqualTo(ImportRun.Status.DONE);
    }

    private static ActionDraft step(String code, String label, String type, int delay) {
        return new ActionDraft(
                code,
                label,
                type,
                "REMINDER",
                delay,
                "DUE_DATE",
                null,
                null,
                "AMICABLE",
                "MANUAL",
                false,
                null,
                null,
                false);
    }
}
