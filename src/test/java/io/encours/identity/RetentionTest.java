package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@DisplayName("Q4: contents are kept as long as somebody said, and one person's data can be had")
class RetentionTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Retention retention;

    @Autowired
    private DSLContext db;

    private Company company;
    private SignedIn administrator;
    private Api api;

    /// A note of a customer, six years old.
    @BeforeEach
    void an_old_note() {
        company = fixtures.aCompany();
        administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company);
        api = new Api(port, fixtures.tokenOf(administrator));
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .bringIn();
        api.post("/customers/%s/C1/events".formatted(company.code()), "{\"text\": \"Rappeler Mme Durand\"}");
        db.execute(
                "update timeline.event set recorded_at = recorded_at - interval '6 years' where company_id = ?",
                company.id());
    }

    @Test
    void what_is_older_goes_by_night_and_the_fact_stays() {
        assertThat(period("texts").at("/months").asInt()).isEqualTo(60);
        assertThat(period("texts").at("/due").asInt()).isPositive();

        var removed = retention.run();

        assertThat(removed.get("texts")).isPositive();
        assertThat(period("texts").at("/due").asInt()).isZero();
        assertThat(period("texts").at("/lastRemoved").asInt()).isEqualTo(removed.get("texts"));
        var event = api.get("/customers/%s/C1/events".formatted(company.code()))
                .body()
                .at("/items/0");
        assertThat(event.at("/type").asString()).isEqualTo("NOTE");
        assertThat(event.at("/text").asString()).isEmpty();
        assertThat(retention.run().get("texts")).as("run again, nothing goes").isZero();
    }

    @Test
    void answers_marks_and_receipts_go_too_and_what_is_counted_is_what_goes() {
        everythingThatCameIn();
        for (var kind : List.of("messages", "answers", "contact-marks", "sms-receipts", "kept-back")) {
            assertThat(period(kind).at("/due").asInt()).as(kind).isPositive();
        }
        var due = retention.periods().stream().collect(Collectors.toMap(Retention.Period::kind, Retention.Period::due));

        var removed = retention.run();

        for (var kind : List.of("messages", "answers", "contact-marks", "sms-receipts", "kept-back")) {
            assertThat(removed.get(kind)).as(kind).isEqualTo(due.get(kind));
            assertThat(period(kind).at("/due").asInt()).as(kind).isZero();
        }
        assertThat(db.fetch("select text, sender, state from correspondence.inbound where company_id = ?", company.id())
                        .formatCSV(false))
                .as("that something came in stays")
                .isEqualTo("\"\",\"\",ATTACHED\n");
        assertThat(db.fetchValues("select address from correspondence.contact_mark where company_id = " + company.id()))
                .as("a STOP holds as long as a customer has the number")
                .isEqualTo(List.of("+33612345678"));
    }

    @Test
    void the_export_says_what_came_in_too() {
        everythingThatCameIn();
        var parts = api.get("/personal-data?company=%s&customer=C1".formatted(company.code()))
                .body()
                .at("/parts");

        assertThat(parts.at("/answers/0/text").asString()).isEqualTo("Payé hier");
        assertThat(parts.at("/answers").size())
                .as("what somebody wrote from a number that ends alike is not told")
                .isEqualTo(1);
        assertThat(parts.at("/contactMarks/0/reason").asString()).isEqualTo("OPTED_OUT");
        assertThat(parts.at("/contactMarks").size())
                .as("the number of somebody else is not told")
                .isEqualTo(1);
        assertThat(parts.at("/smsReceipts/0/reason").asString()).isEqualTo("UNDELIV");
    }

    /// An answer, its STOP, a STOP of a number nobody has any more, and a short message with its receipt.
    private void everythingThatCameIn() {
        var customer = db.fetchValue("select id from customer.customer where company_id = " + company.id());
        db.execute("update customer.customer set phone = '06 12 34 56 78' where id = ?", customer);
        db.execute("""
                insert into correspondence.inbound (channel, source, same_as, received_at, sender, text, kind, state, company_id,
                    customer_id)
                values ('SMS', '38600', gen_random_uuid()::text, '2020-01-10', '+33612345678', 'Payé hier', 'ANSWER', 'ATTACHED',
                    ?, ?)
                """, company.id(), customer);
        db.execute("""
                insert into correspondence.inbound (channel, source, same_as, received_at, sender, text, kind, state)
                values ('SMS', '38600', gen_random_uuid()::text, '2020-01-10', '+33712345678', 'Autre', 'ANSWER', 'TO_ATTACH')
                """);
        for (var address : List.of("+33612345678", "+33687654321", "+33712345678")) {
            db.execute("""
                    insert into correspondence.contact_mark (company_id, kind, address, reason, since, author_name)
                    values (?, 'PHONE', ?, 'OPTED_OUT', '2020-01-10', 'Encours')
                    """, company.id(), address);
        }
        db.execute("""
                insert into worklist.stopped_before (customer_id, item_id, company_id, since, day, occurrence, code, label, type,
                    guard, amount, currency, document)
                values (?, 1, ?, '2020-01-09', '2020-01-10', 1, 'MAIL', 'Relance', 'EMAIL', 'NO_RECIPIENT', 1, 'EUR', 'F1')
                """, customer, company.id());
        var message = db.fetchSingle("""
                insert into correspondence.message (customer_id, company_id, channel, purpose, stage, language, recipients,
                    subject, amount, currency, created_for, created_at, author_name, by_hand, state, state_since, due_at, secret)
                values (?, ?, 'SMS', 'REMINDER', 'AMICABLE', 'fr', array['+33612345678'], '', 0, 'EUR', '2020-01-09',
                    '2020-01-09', 'Encours', true, 'SENT', '2020-01-09', '2020-01-09', 'abcdefghjk')
                returning id
                """, customer, company.id()).get(0, Long.class);
        db.execute("""
                insert into correspondence.sms_part (provider, provider_id, customer_id, message_id, parts)
                values ('test', ?, ?, ?, 1)
                """, "R" + message, customer, message);
        db.execute("""
                insert into correspondence.sms_receipt (provider, provider_id, delivered, reason, received_at, settled)
                values ('test', ?, false, 'UNDELIV', '2020-01-09', true)
                """, "R" + message);
    }

    @Test
    void the_period_is_a_setting() {
        assertThat(api.put("/retention", "{\"texts\": 84}").status()).isEqualTo(200);
        retention.run();
        assertThat(api.get("/customers/%s/C1/events".formatted(company.code()))
                        .body()
                        .at("/items/0/text")
                        .asString())
                .isEqualTo("Rappeler Mme Durand");
        api.put("/retention", "{\"texts\": 60}");

        var refused = api.put("/retention", "{\"texts\": 0, \"pigeons\": 3}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors").size()).isEqualTo(2);
        var manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        assertThat(manager.get("/retention").status()).isEqualTo(403);
    }

    @Test
    void the_data_of_a_customer_and_of_a_user_is_given_without_secrets() {
        var customer = api.get("/personal-data?company=%s&customer=C1".formatted(company.code()));
        assertThat(customer.status()).isEqualTo(200);
        assertThat(customer.body().at("/parts/customer/0/name").asString()).isEqualTo("Durand SARL");
        assertThat(customer.body().at("/parts/events/0/text").asString()).isEqualTo("Rappeler Mme Durand");

        var user = api.get("/personal-data?user=" + administrator.login());
        assertThat(user.body().at("/parts/user/0/login").asString()).isEqualTo(administrator.login());
        assertThat(user.body().toString()).doesNotContain("password").doesNotContain("hash");
        assertThat(api.get("/personal-data?user=nobody").status()).isEqualTo(404);
        assertThat(api.get("/personal-data").status()).isEqualTo(422);
    }

    private JsonNode period(String kind) {
        return api.get("/retention").body().at("/items").values().stream()
                .filter(one -> one.at("/kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
