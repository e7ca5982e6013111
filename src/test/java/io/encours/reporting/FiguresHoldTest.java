package io.encours.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.platform.Scope;
import io.encours.prediction.PaymentBehaviours;
import io.encours.reporting.AgedBalance.By;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The laws of the figures on random ledgers: partial payments, credit notes, deposits, late matching, entries
/// dated back.
@IntegrationTest
@DisplayName("R4, D1, E3 figures hold on every day, whatever the ledger")
class FiguresHoldTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 150;
    private static final int LEDGERS = 4;

    @Autowired
    private Imports imports;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private Extents extents;

    @Autowired
    private AgedBalances balances;

    @Autowired
    private BalanceHistories histories;

    @Autowired
    private Dsos dsos;

    @Autowired
    private PaymentBehaviours behaviours;

    @Test
    void the_aged_balance_equals_the_ledger_and_its_history_on_every_day() {
        for (var seed = 0; seed < LEDGERS; seed++) {
            var books = new Books(imports, fixtures);
            books.take(
                    ImportKind.FEC,
                    "000100024FEC20261231.txt",
                    ledger(new Random(seed)).getBytes(StandardCharsets.UTF_8));
            var scope = fixtures.everythingOf(books.company);
            var whole = extents.of(scope, ReportFilter.of(books.company.code()));
            var french = Map.of("company", books.company.code(), "country", "FR");
            var entries = extents.of(scope, ReportFilter.of(french::get));
            var history = histories.of(whole, FIRST, FIRST.plusDays(DAYS)).days();
            for (var day = 0; day <= DAYS; day += 7) {
                var asOf = FIRST.plusDays(day);
                var aged = balances.of(whole, asOf, Buckets.USUAL, By.CUSTOMER);
                var rows = aged.rows().stream().map(AgedBalance.Row::total).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(aged.total().total())
                        .as("ledger %d on %s", seed, asOf)
                        .isEqualByComparingTo(balance(books, asOf))
                        .isEqualByComparingTo(rows);
                assertThat(balances.of(entries, asOf, Buckets.USUAL, By.CUSTOMER))
                        .as("facts and entries, ledger %d on %s", seed, asOf)
                        .isEqualTo(aged);
                assertThat(balances.page(whole, asOf, Buckets.USUAL, null, 1000).rows())
                        .isEqualTo(aged.rows());
                assertThat(history.get(day).overdue())
                        .isEqualByComparingTo(aged.total().overdue());
                assertThat(history.get(day).total())
                        .isEqualByComparingTo(aged.total().total());
                assertThat(dsos.of(entries, asOf, DsoMethod.COUNT_BACK, null))
                        .isEqualTo(dsos.of(whole, asOf, DsoMethod.COUNT_BACK, null));
            }
            assertThat(keptBehaviourDiffers(books, scope)).isZero();
        }
    }

    @Test
    void what_was_kept_of_a_day_stays_and_a_later_correction_is_shown_beside() {
        var books = new Books(imports, fixtures)
                .invoice("A", "F-1", "2026-03-01", "2026-03-31", "100")
                .bringIn();
        histories.keep(books.company, LocalDate.of(2026, 4, 10));
        histories.keep(books.company, LocalDate.of(2026, 4, 11));
        books.payment("A", "2026-04-05", "40", "F-1").bringIn();
        var days = histories
                .of(
                        extents.of(fixtures.everythingOf(books.company), ReportFilter.of(books.company.code())),
                        LocalDate.of(2026, 4, 9),
                        LocalDate.of(2026, 4, 11))
                .days();

        assertThat(days.getFirst().overdue()).isEqualByComparingTo("60");
        assertThat(days.getFirst().kept()).isFalse();
        assertThat(days.getLast().overdue()).isEqualByComparingTo("100");
        assertThat(days.getLast().corrected()).isTrue();
        assertThat(days.getLast().recomputed()).isEqualByComparingTo("60");
        assertThat(db.fetchCount(
                        encours.db.reporting.Tables.AGED_BALANCE,
                        encours.db.reporting.Tables.AGED_BALANCE.COMPANY_ID.eq(books.company.id())))
                .as("two days without a change are one range")
                .isEqualTo(1);
    }

    private long keptBehaviourDiffers(Books books, Scope scope) {
        var extent = extents.of(scope, ReportFilter.of(books.company.code()));
        return behaviours.paid(extent.customers(), null, LocalDate.of(2030, 1, 1)).stream()
                .filter(row -> row.behaviour().invoices() > 0)
                .filter(row -> {
                    var kept =
                            behaviours.of(java.util.List.of(row.customerId())).get(row.customerId());
                    return kept == null
                            || kept.invoices() != row.behaviour().invoices()
                            || kept.daysLate() != row.behaviour().daysLate();
                })
                .count();
    }

    private BigDecimal balance(Books books, LocalDate asOf) {
        return db.fetchSingle("""
                select coalesce(sum(debit - credit), 0) from receivable.ledger_line
                where company_id = ? and set_aside is null and entry_date <= ?
                """, books.company.id(), asOf).into(BigDecimal.class);
    }

    private static String ledger(Random random) {
        var lines = new StringBuilder("JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|"
                + "CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|"
                + "Idevise\n");
        for (var number = 1; number <= 60; number++) {
            var day = FIRST.plusDays(random.nextInt(DAYS - 60));
            var written = day.minusDays(random.nextInt(3) * 20L);
            var account = new String[] {"411000", "411000", "411000", "416000", "419100", "413000"}[random.nextInt(6)];
            var amount = random.nextInt(1, 9) * 100 + ",00";
            var debit = random.nextInt(3) > 0;
            var code = random.nextInt(2) == 0 ? "" : "" + (char) ('A' + random.nextInt(8));
            var matched = code.isEmpty() ? "" : plain(day.plusDays(random.nextInt(60)));
            var other = debit || random.nextInt(4) == 0 ? "706000" : "512000";
            var customer = "C" + random.nextInt(3);
            var document = "D" + random.nextInt(12);
            var journal = other.equals("512000") ? "BQ" : "VE";
            lines.append(String.join(
                            "|",
                            journal,
                            journal,
                            "" + number,
                            plain(day),
                            account,
                            "Clients",
                            customer,
                            customer,
                            document,
                            plain(written),
                            "Ecriture",
                            debit ? amount : "0,00",
                            debit ? "0,00" : amount,
                            code,
                            matched,
                            plain(day),
                            "",
                            ""))
                    .append('\n');
            lines.append(String.join(
                            "|",
                            journal,
                            journal,
                            "" + number,
                            plain(day),
                            other,
                            "Autre",
                            "",
                            "",
                            document,
                            plain(written),
                            "Ecriture",
                            debit ? "0,00" : amount,
                            debit ? amount : "0,00",
                            "",
                            "",
                            plain(day),
                            "",
                            ""))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String plain(LocalDate day) {
        return day.toString().replace("-", "");
    }
}
