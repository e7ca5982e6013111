package io.encours.worklist.automatic;

import static encours.db.correspondence.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.MovableDate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// A company whose strategy writes by itself, spoken to as programs do, on days a test chooses.
final class AutomaticFixture {

    final Company company;
    final SignedIn manager;
    final Api api;
    private final ApplicationContext application;
    private final MovableDate dates;
    private final Fixtures fixtures;
    private final Imports imports;

    AutomaticFixture(ApplicationContext application, int port) {
        this.application = application;
        this.dates = application.getBean(MovableDate.class);
        this.fixtures = application.getBean(Fixtures.class);
        this.imports = application.getBean(Imports.class);
        this.company = fixtures.aCompany();
        this.manager = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company);
        this.api = new Api(port, fixtures.tokenOf(manager));
        application
                .getBean(Letterheads.class)
                .put(
                        manager,
                        company.code(),
                        new Letterhead.Draft(
                                "18, quai",
                                "69002",
                                "Lyon",
                                null,
                                "facturation@vendeur.example",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
    }

    /// @param actions JSON
    AutomaticFixture strategy(String actions) {
        var answer = api.put("/strategies/S-" + company.code(), """
                {"company": "%s", "default": true, "actions": [%s]}
                """.formatted(company.code(), actions));
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201);
        return this;
    }

    /// Rows after a heading.
    AutomaticFixture take(ImportKind kind, String rows) {
        var scope = fixtures.everythingOf(company);
        var upload = new Upload(company.code(), kind, kind.label() + ".csv", false);
        var id = imports.start(scope, manager, upload, new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.get(scope, id).status())
                .as("%s", imports.errors(scope, id))
                .isEqualTo(ImportRun.Status.DONE);
        return this;
    }

    AutomaticFixture items(String rows) {
        return take(
                ImportKind.ITEMS,
                "customer;document;documentDate;dueDate;amount;kind;paymentMethod\n" + rows.strip() + "\n");
    }

    /// The day comes, with a fresh ledger.
    void on(String day) {
        dates.moveTo(LocalDate.parse(day));
        application
                .getBean(DSLContext.class)
                .execute(
                        "update receivable.ledger_known set known_on = cast(? as date) where company_id = ?",
                        day,
                        company.id());
    }

    /// The day comes, and the night before it has done its work.
    JsonNode night(String day) {
        on(day);
        return run(day);
    }

    /// The night of this day does its work, whatever day it is and however old the ledger.
    JsonNode run(String day) {
        var answer =
                api.post("/nightly-runs", "{\"company\": \"%s\", \"date\": \"%s\"}".formatted(company.code(), day));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    JsonNode item(String document) {
        for (var item : api.get("/items?company=" + company.code()).body().at("/items")) {
            if (item.at("/document").asString().equals(document)) {
                return item;
            }
        }
        throw new AssertionError(document);
    }

    /// When the last of what waits is due.
    Instant due() {
        return application
                .getBean(DSLContext.class)
                .select(org.jooq.impl.DSL.max(MESSAGE.DUE_AT))
                .from(MESSAGE)
                .where(MESSAGE.COMPANY_ID.eq(company.id()), MESSAGE.STATE.eq("WAITING"))
                .fetchSingle()
                .value1()
                .toInstant();
    }
}
