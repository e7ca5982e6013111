package io.encours.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.reporting.Books;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@DisplayName("R1 the target of a month: what a manager entered, else what was known when it began")
class CollectionTargetsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private DSLContext db;

    private Books books;
    private SignedIn manager;
    private SignedIn nadia;
    private SignedIn thomas;

    /// In March 1 000 of Nadia's to collect, 500 of Thomas's; 600 came in.
    @BeforeEach
    void two_collectors() {
        books = new Books(imports, fixtures);
        manager = fixtures.aManager(books.company);
        nadia = fixtures.anAgent(books.company);
        thomas = fixtures.anAgent(books.company);
        books.customers("""
                        code;name;agent;group
                        A;Alpha;%s;G
                        B;Beta;%s;
                        """.formatted(nadia.login(), thomas.login()))
                .invoice("A", "F-1", "2026-01-10", "2026-02-10", "1000")
                .invoice("B", "F-2", "2026-02-01", "2026-03-15", "500")
                .payment("A", "2026-03-05", "600", "F-1")
                .bringIn();
    }

    @Test
    void without_one_the_target_is_computed_and_says_so() {
        var target = report(manager, "").at("/target");

        assertThat(target.at("/basis").asString()).isEqualTo("COMPUTED");
        assertThat(target.at("/amount").asString()).isEqualTo("1500.00");
        assertThat(target.at("/reached").asString()).isEqualTo("40.0");
        assertThat(target.at("/entered")).isEmpty();
    }

    @Test
    void what_a_manager_entered_counts_with_who_and_when_and_is_in_the_audit_trail() {
        put(manager, "{\"amount\": \"1200\", \"collectors\": {\"%s\": \"800.00\"}}".formatted(nadia.login()));
        var report = report(manager, "");

        assertThat(report.at("/target/basis").asString()).isEqualTo("ENTERED");
        assertThat(report.at("/target/amount").asString()).isEqualTo("1200.00");
        assertThat(report.at("/target/computed").asString()).isEqualTo("1500.00");
        assertThat(report.at("/target/reached").asString()).isEqualTo("50.0");
        assertThat(report.at("/target/entered/0/by").asString()).isEqualTo(manager.displayName());
        assertThat(report.at("/target/entered/0/at").asString()).isNotEmpty();
        assertThat(report.at("/rate").asString())
                .as("the rate is of what there was to collect")
                .isEqualTo("40.0");
        assertThat(of(report, nadia).at("/target/amount").asString()).isEqualTo("800.00");
        assertThat(of(report, nadia).at("/target/reached").asString()).isEqualTo("75.0");
        assertThat(of(report, thomas).at("/target/basis").asString()).isEqualTo("COMPUTED");
        assertThat(of(report, thomas).at("/target/amount").asString()).isEqualTo("500.00");
        assertThat(db.fetch(
                                "select author_login, after::text from identity.audit_entry where kind = 'TARGET' and subject = ?",
                                books.company.code() + "/2026-03")
                        .map(row -> row.get(0) + " " + row.get(1)))
                .singleElement()
                .asString()
                .contains(manager.login(), "1200.00", nadia.login(), "800.00");
        assertThat(report(manager, "&month=2026-04")
                        .at("/lastMonth/target/amount")
                        .asString())
                .isEqualTo("1200.00");
    }

    @Test
    void it_is_kept_by_who_changed_it_last_and_goes_back_to_the_computed_one() {
        put(manager, "{\"amount\": \"1200\", \"collectors\": {\"%s\": \"800\"}}".formatted(nadia.login()));
        var other = fixtures.aManager(books.company);
        put(other, "{\"amount\": \"1300\", \"collectors\": {\"%s\": \"800\"}}".formatted(nadia.login()));

        var targets = api(manager)
                .get("/companies/" + books.company.code() + "/collection-targets/2026-03")
                .body();
        assertThat(targets.at("/company/amount").asString()).isEqualTo("1300.00");
        assertThat(targets.at("/company/enteredBy").asString()).isEqualTo(other.displayName());
        assertThat(targets.at("/company/computed").asString()).isEqualTo("1500.00");
        assertThat(targets.at("/collectors")
                        .valueStream()
                        .filter(each -> each.at("/agent").asString().equals(nadia.login()))
                        .findFirst()
                        .orElseThrow()
                        .at("/target/enteredBy")
                        .asString())
                .as("hers was not changed")
                .isEqualTo(manager.displayName());

        put(other, "{}");
        assertThat(report(manager, "").at("/target/basis").asString()).isEqualTo("COMPUTED");
    }

    @Test
    void a_collector_is_measured_by_their_own_target_and_hears_of_no_other() {
        put(
                manager,
                "{\"amount\": \"1200\", \"collectors\": {\"%s\": \"800\", \"%s\": \"450\"}}"
                        .formatted(nadia.login(), thomas.login()));
        var own = report(nadia, "");

        assertThat(own.at("/target/amount").asString()).isEqualTo("800.00");
        assertThat(own.at("/target/basis").asString()).isEqualTo("ENTERED");
        assertThat(own.toString()).doesNotContain("1200.00", "450.00", thomas.login());
        assertThat(report(manager, "&agent=" + thomas.login())
                        .at("/target/amount")
                        .asString())
                .isEqualTo("450.00");
    }

    @Test
    void where_some_customers_are_left_out_none_that_was_entered_counts() {
        put(manager, "{\"amount\": \"1200\"}");

        assertThat(report(manager, "&group=G").at("/target/basis").asString()).isEqualTo("COMPUTED");
        assertThat(report(manager, "&group=G").at("/target/amount").asString()).isEqualTo("1000.00");
    }

    @Test
    void of_several_companies_each_has_its_own() {
        var further = new Books(imports, fixtures)
                .invoice("C", "F-9", "2026-01-10", "2026-02-10", "300")
                .bringIn();
        var leader = fixtures.aManager(books.company, further.company);
        put(manager, "{\"amount\": \"1200\"}");
        var together = api(leader)
                .get("/reports/collection-effectiveness?month=2026-03&asOf=2026-03-31")
                .body();

        assertThat(together.at("/target/amount").asString()).isEqualTo("1500.00");
        assertThat(together.at("/target/basis").asString()).isEqualTo("PARTLY_ENTERED");
    }

    @Test
    void only_managers_enter_it_and_what_is_no_amount_is_refused() {
        var path = "/companies/" + books.company.code() + "/collection-targets/2026-03";

        assertThat(api(nadia).put(path, "{\"amount\": \"1\"}").status()).isEqualTo(403);
        assertThat(api(nadia).get(path).status()).isEqualTo(403);
        assertThat(api(fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.AGENT, books.company))
                        .put(path, "{\"amount\": \"1\"}")
                        .status())
                .as("sees only their own customers")
                .isEqualTo(403);
        assertThat(api(fixtures.aManager(fixtures.aCompany()))
                        .put(path, "{\"amount\": \"1\"}")
                        .status())
                .isEqualTo(404);
        var wrong = api(manager)
                .put(
                        path,
                        "{\"amount\": \"-5\", \"collectors\": {\"nobody-there\": \"7\", \"%s\": \"1.234\"}}"
                                .formatted(nadia.login()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/field").asString()))
                .containsExactlyInAnyOrder("amount", "collectors.nobody-there", "collectors." + nadia.login());
        assertThat(report(manager, "").at("/target/basis").asString()).isEqualTo("COMPUTED");
    }

    private static JsonNode of(JsonNode report, SignedIn collector) {
        return report.at("/collectors")
                .valueStream()
                .filter(each -> each.at("/agent").asString().equals(collector.login()))
                .findFirst()
                .orElseThrow();
    }

    private void put(SignedIn by, String draft) {
        var answer = api(by).put("/companies/" + books.company.code() + "/collection-targets/2026-03", draft);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private JsonNode report(SignedIn user, String query) {
        var month = query.contains("month=") ? "" : "&month=2026-03";
        var answer = api(user)
                .get("/reports/collection-effectiveness?asOf=2026-04-30&company=" + books.company.code() + month
                        + query);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Api api(SignedIn user) {
        return new Api(port, fixtures.tokenOf(user));
    }
}
