package io.encours.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Absences;
import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.Scope;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("S2, I4: finding customers, documents and amounts, each caller their own")
class SearchTest {

    @Autowired
    private Search search;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Scopes scopes;

    @Autowired
    private Absences absences;

    @LocalServerPort
    private int port;

    private Company company;
    private SignedIn manager;
    private SignedIn agent;
    private SignedIn other;

    @BeforeEach
    void three_customers_of_two_agents() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        agent = fixtures.anAgent(company);
        other = fixtures.anAgent(company);
        take(ImportKind.CUSTOMERS, """
                code;name;agent;siren;group;email;phone
                C-0042;Éts Lefèvre & Fils;%1$s;732829320;Groupe Océan;compta@lefevre.example;01 99 00 12 34
                D7;L’Oréal Bâtiment;%1$s;;;achats@oreal.example;
                M1;Moreau Transports 100%%_net;%2$s;552100554;;;
                """.formatted(agent.login(), other.login()));
        take(ImportKind.ITEMS, """
                customer;document;documentDate;dueDate;amount;kind
                C-0042;F2025-001182;2025-09-01;2026-10-01;1234,56;INVOICE
                C-0042;AV-77;2025-09-01;2026-10-01;-1000,00;CREDIT_NOTE
                D7;F2025-001183;2025-09-01;2026-12-01;500,00;INVOICE
                M1;F2025-001199;2025-09-01;2026-10-01;1234,56;INVOICE
                M1;1182/26;2025-09-01;2026-10-01;80,00;INVOICE
                """);
        take(ImportKind.PAYMENTS, """
                customer;date;amount;document
                D7;2026-11-02;200,00;F2025-001183
                M1;2026-11-03;80,00;1182/26
                """);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    lefevre              | C-0042
                    LEFÈVRE              | C-0042
                    fèv                  | C-0042
                    fils ets             | C-0042
                    c-0042               | C-0042
                    c0042                | C-0042
                    732 829 320          | C-0042
                    73282                | C-0042
                    groupe ocean         | C-0042
                    compta@lefevre       | C-0042
                    0199001234           | C-0042
                    01 99 00 12          | C-0042
                    oreal                | D7
                    l'oreal bat          | D7
                    m                    | M1
                    100%_                | M1
                    """)
    void a_customer_is_found_by_parts_of_what_is_known_of_it(String typed, String code) {
        assertThat(codes(everything(), typed)).containsExactly(code);
    }

    @Test
    void codes_that_begin_as_typed_come_first_then_names_then_the_others() {
        take(ImportKind.CUSTOMERS, """
                code;name
                X1;Garage du Mans
                X2;Mansart SA
                MANS1;Zorro
                """);

        assertThat(codes(everything(), "mans")).containsExactly("MANS1", "X2", "X1");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    F2025-001182   | F2025-001182
                    f2025 001182   | F2025-001182
                    f2025001182    | F2025-001182
                    F2025-00118    | F2025-001182, F2025-001183
                    1182           | 1182/26, F2025-001182
                    001183         | F2025-001183
                    av-            | AV-77
                    77             | AV-77
                    """)
    void a_document_is_found_by_its_beginning_or_its_number(String typed, String documents) {
        assertThat(hits(everything(), "DOCUMENTS", typed).stream()
                        .filter(hit -> !"PAYMENT".equals(hit.facts().get("kind")))
                        .map(SearchHit::title))
                .containsExactly(documents.split(", ", -1));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    1234,56    | F2025-001182, F2025-001199
                    1 234,56 € | F2025-001182, F2025-001199
                    1234.56    | F2025-001182, F2025-001199
                    1000       | AV-77
                    -1000      | AV-77
                    300        | F2025-001183
                    500        | F2025-001183
                    """)
    void an_item_is_found_by_its_original_or_remaining_amount(String typed, String documents) {
        assertThat(hits(everything(), "AMOUNTS", typed).stream().map(SearchHit::title))
                .containsExactlyInAnyOrder(documents.split(", ", -1));
    }

    @Test
    void a_settled_item_is_found_too_and_says_so() {
        var found = hits(everything(), "DOCUMENTS", "1182/26");

        assertThat(found).extracting(hit -> hit.facts().get("kind")).containsExactlyInAnyOrder("INVOICE", "PAYMENT");
        assertThat(found)
                .filteredOn(hit -> hit.kindKey() == null)
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.settled()).isTrue();
                    assertThat(hit.facts()).containsEntry("remaining", "0.00").containsEntry("original", "80.00");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""
            "   "
            "%"
            "_"
            "---"
            "zzz"
            "lefevre moreau"
            """)
    void nothing_matches_nothing(String typed) {
        assertThat(search.find(everything(), SearchTerms.of(typed), 20)).isEmpty();
    }

    @Test
    void endless_texts_find_nothing_and_do_not_fail() {
        assertThat(search.find(everything(), SearchTerms.of("x".repeat(300)), 20))
                .isEmpty();
        assertThat(search.find(everything(), SearchTerms.of("9".repeat(300)), 20))
                .isEmpty();
        assertThat(search.find(everything(), SearchTerms.of("\uffff\ud83d\ude00 ' \" \\ ; --"), 20))
                .isEmpty();
    }

    @Test
    @DisplayName("S2: an agent neither finds nor counts what is another's")
    void an_agent_finds_the_own_only() {
        var own = scopes.of(other);

        assertThat(codes(own, "lefevre")).isEmpty();
        assertThat(codes(own, "moreau")).containsExactly("M1");
        assertThat(hits(own, "AMOUNTS", "1234,56")).extracting(SearchHit::title).containsExactly("F2025-001199");
        assertThat(hits(own, "DOCUMENTS", "F2025")).extracting(SearchHit::title).containsExactly("F2025-001199");
        assertThat(search.find(own, SearchTerms.of("F2025"), 1))
                .singleElement()
                .satisfies(found -> assertThat(found.more()).isFalse());
    }

    @Test
    @DisplayName("S2: who stands in for an absent agent finds what is theirs meanwhile")
    void an_absence_cover_finds_the_absent_persons_customers() {
        absences.create(
                manager,
                scopes.of(manager),
                new Absences.Draft(
                        agent.login(), other.login(), LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 30)));

        assertThat(codes(scopes.of(other), "lefevre")).containsExactly("C-0042");
    }

    @Test
    @DisplayName("K2: a role that sees no customer, and a company one does not work for, find nothing")
    void nothing_is_found_beyond_the_scope() {
        var sales = fixtures.aUser(Role.SALES, CollectionsRole.NONE, company);
        var stranger = fixtures.aManager(fixtures.aCompany());

        for (var scope : List.of(scopes.of(sales), scopes.of(stranger))) {
            assertThat(search.find(scope, SearchTerms.of("lefevre"), 20)).isEmpty();
            assertThat(search.find(scope, SearchTerms.of("F2025"), 20)).isEmpty();
            assertThat(search.find(scope, SearchTerms.of("1234,56"), 20)).isEmpty();
        }
    }

    @Test
    @DisplayName("I4: the same over HTTP")
    void programs_search_too() {
        var api = new Api(port, fixtures.tokenOf(manager));
        var groups = api.get("/search?q=1182&limit=1").body().get("groups");

        assertThat(groups.size()).isEqualTo(1);
        assertThat(groups.get(0).get("kind").asString()).isEqualTo("DOCUMENTS");
        assertThat(groups.get(0).get("more").asBoolean()).isTrue();
        assertThat(groups.get(0).get("items").get(0).get("document").asString()).isEqualTo("1182/26");
        assertThat(api.get("/search?q=").body().get("groups").size()).isZero();
        assertThat(api.get("/search").status()).isEqualTo(200);
    }

    private List<String> codes(Scope scope, String typed) {
        return hits(scope, "CUSTOMERS", typed).stream().map(SearchHit::beside).toList();
    }

    private List<SearchHit> hits(Scope scope, String kind, String typed) {
        return search.find(scope, SearchTerms.of(typed), 20).stream()
                .filter(found -> found.source().kind().equals(kind))
                .flatMap(found -> found.hits().stream())
                .toList();
    }

    private Scope everything() {
        return scopes.of(manager);
    }

    private void take(ImportKind kind, String rows) {
        var administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company);
        var id = imports.start(
                fixtures.everythingOf(company),
                administrator,
                new Upload(company.code(), kind, kind.label() + ".csv", false),
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.errors(fixtures.everythingOf(company), id)).isEmpty();
    }
}
