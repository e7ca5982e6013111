package io.encours.correspondence.letter;

import static encours.db.correspondence.Tables.LETTER_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.company.Company;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.pdf.PdfValidation;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A1, S7: the pages of many letters are drawn after they were made")
class LetterDrawingTest {

    private static final TemplateUse STATEMENT =
            new TemplateUse(Channel.LETTER, Purpose.STATEMENT, Stage.AMICABLE, 1, "fr", null);
    private static final int MANY = 21;

    @Autowired
    private Letters letters;

    @Autowired
    private PrintRuns runs;

    @Autowired
    private Imports imports;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext db;

    private Company company;
    private SignedIn manager;
    private Scope everything;
    private List<LetterOrder> orders;

    @BeforeEach
    void many_customers_who_owe_something() {
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        everything = fixtures.everythingOf(company);
        take(
                ImportKind.CUSTOMERS,
                "code;name;address;postalCode;city",
                number -> "C%d;Client %d;12, rue des Écluses;38000;Grenoble".formatted(number, number));
        take(
                ImportKind.ITEMS,
                "customer;document;documentDate;dueDate;amount",
                number -> "C%d;F-%d;2026-09-01;2026-10-01;100,%02d".formatted(number, number, number));
        orders = db.fetch("select id from customer.customer where company_id = ? order by id", company.id()).stream()
                .map(row -> LetterOrder.about(row.get(0, Long.class), List.of()))
                .toList();
    }

    @Test
    void they_are_kept_in_the_transaction_and_drawn_when_it_is_over() throws Exception {
        var made = transaction.execute(status -> {
            var created = create();
            assertThat(undrawn()).isEqualTo(MANY);
            assertThat(letters.get(everything, created.getFirst()).pages()).isNull();
            return created;
        });

        awaitDrawn();
        assertThat(made).hasSize(MANY).allSatisfy(id -> {
            assertThat(letters.get(everything, id).pages()).isEqualTo(1);
            assertThat(PdfValidation.text(letters.pdf(everything, id)))
                    .contains(letters.get(everything, id).number());
        });
        assertThat(PdfValidation.violations(letters.pdf(everything, made.getLast())))
                .isEmpty();
    }

    @Test
    void who_wants_to_see_one_before_gets_it() throws Exception {
        var seen = transaction.execute(status -> {
            var one = create().get(7);
            var drawn = letters.pdf(everything, one);
            var letter = letters.get(everything, one);
            assertThat(letter.pages()).isEqualTo(1);
            assertThat(undrawn()).isEqualTo(MANY - 1);
            return Map.entry(letter, drawn);
        });
        assertThat(PdfValidation.text(seen.getValue()))
                .contains(seen.getKey().number(), seen.getKey().customerName());
    }

    @Test
    void a_print_run_draws_what_is_not_drawn_yet() {
        transaction.executeWithoutResult(status -> {
            create();

            var run =
                    runs.print(manager, everything, company.code(), null).run().orElseThrow();

            assertThat(run.letters()).isEqualTo(MANY);
            assertThat(run.pages()).isEqualTo(MANY);
            assertThat(undrawn()).isZero();
        });
    }

    @Test
    void one_that_cannot_be_drawn_does_not_keep_the_others_from_being_printed() {
        var made = create();
        awaitDrawn();
        db.update(LETTER_CONTENT)
                .setNull(LETTER_CONTENT.PDF)
                .set(LETTER_CONTENT.MARKUP, "<html><body><p></body></html>")
                .where(LETTER_CONTENT.LETTER_ID.eq(made.get(3).id()))
                .execute();

        var printed = runs.print(manager, everything, company.code(), null);

        assertThat(printed.run().orElseThrow().letters()).isEqualTo(MANY - 1);
        assertThat(printed.leftOut()).singleElement().satisfies(leftOut -> {
            assertThat(leftOut.letter().id()).isEqualTo(made.get(3));
            assertThat(leftOut.code()).isEqualTo("NOT_DRAWN");
        });
        assertThat(letters.get(everything, made.get(3)).state()).isEqualTo(new Letter.State.Waiting());
        assertThatThrownBy(() -> letters.pdf(everything, made.get(3)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("notDrawn");
    }

    private List<RowId> create() {
        return letters.create(manager, everything, company.id(), STATEMENT, orders)
                .created();
    }

    private void awaitDrawn() {
        for (var looks = 0; looks < 3_000 && undrawn() > 0; looks++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(undrawn()).isZero();
    }

    private int undrawn() {
        return db.fetchSingle("""
                        select count(*)::int from correspondence.letter_content c
                        join correspondence.letter l on l.customer_id = c.customer_id and l.id = c.letter_id
                        where l.company_id = ? and c.pdf is null
                        """, company.id()).get(0, Integer.class);
    }

    private void take(ImportKind kind, String header, IntFunction<String> line) {
        var text = IntStream.rangeClosed(1, MANY).mapToObj(line).collect(Collectors.joining("\n", header + "\n", "\n"));
        var id = imports.start(
                everything,
                fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company),
                new Upload(company.code(), kind, kind.label() + ".csv", false),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        imports.await(id);
        assertThat(imports.errors(everything, id)).isEmpty();
    }
}
