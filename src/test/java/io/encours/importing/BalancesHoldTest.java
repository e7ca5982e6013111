package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Status;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The law of the ledger on ledgers nobody would write: for each customer and control account Σ remaining =
/// balance, on every day; sent again nothing changes. jqwik makes the ledgers, JUnit runs them, on the whole
/// application.
@IntegrationTest
@DisplayName("Σ remaining = balance on every day, whatever the ledger")
class BalancesHoldTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;
    private static final int LEDGERS = 12;

    record Line(int customer, String account, int document, int day, int amount, String code, int codeDay) {

        boolean isDebit() {
            return amount > 0;
        }
    }

    @Autowired
    private Imports imports;

    @Autowired
    private DSLContext db;

    @Autowired
    private Fixtures fixtures;

    @Test
    void matched_and_unmatched_in_every_way() {
        lines(List.of("", "", "AA", "AB", "aa"))
                .list()
                .ofMinSize(5)
                .ofMaxSize(60)
                .sampleStream()
                .limit(LEDGERS)
                .forEach(this::holds);
    }

    @Test
    void without_any_matching() {
        lines(List.of(""))
                .list()
                .ofMinSize(5)
                .ofMaxSize(60)
                .sampleStream()
                .limit(LEDGERS)
                .forEach(this::holds);
    }

    private void holds(List<Line> lines) {
        var ledger = new LedgerFixture(imports, db, fixtures);
        var fec = fec(lines);
        assertThat(ledger.send(fec).status()).isEqualTo(Status.DONE);

        for (var day = 0; day <= DAYS + 40; day += 3) {
            var date = FIRST.plusDays(day);
            assertThat(wrongAsOf(ledger, date))
                    .as("accounts that do not hold on %s of %s", date, lines)
                    .isZero();
        }
        assertThat(remainingOutOfRange(ledger))
                .as("remaining beyond original of %s", lines)
                .isZero();
        assertThat(overdueDiffers(ledger))
                .as("running sum of overdue facts of %s", lines)
                .isZero();
        assertThat(companyFactsDiffer(ledger))
                .as("facts of the company of %s", lines)
                .isZero();
        var before = items(ledger);
        var again = ledger.send(fec);
        assertThat(again.totals(LineOutcome.UNCHANGED).lines()).isEqualTo(lines.size());
        assertThat(items(ledger)).isEqualTo(before);
        ledger.send(fec(lines.subList(0, lines.size() - 1)));
        assertThat(companyFactsDiffer(ledger))
                .as("facts of the company after the last line of %s was taken back", lines)
                .isZero();
    }

    private static Arbitrary<Line> lines(List<String> codes) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of("411000", "411000", "416000", "419100", "413000"),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(-8, 8),
                        Arbitraries.of(codes),
                        Arbitraries.integers().between(-1, DAYS + 20))
                .as(Line::new);
    }

    private static FecText fec(List<Line> lines) {
        var fec = new FecText();
        for (var line : lines) {
            var date = FIRST.plusDays(line.day()).toString();
            var amount = Math.abs(line.amount()) * 10 + ".00";
            var codeDate = line.code().isEmpty() || line.codeDay() < 0
                    ? ""
                    : FIRST.plusDays(line.codeDay()).toString();
            var document = "D" + line.document();
            fec.entry();
            if (line.isDebit()) {
                fec.receivable(
                                "VE",
                                line.account(),
                                "C" + line.customer(),
                                document,
                                date,
                                "FACTURE",
                                amount,
                                "0",
                                line.code(),
                                codeDate)
                        .other("VE", "706000", document, date, "0", amount);
            } else {
                fec.receivable(
                                "BQ",
                                line.account(),
                                "C" + line.customer(),
                                document,
                                date,
                                "VIREMENT",
                                "0",
                                amount,
                                line.code(),
                                codeDate)
                        .other("BQ", "512000", document, date, amount, "0");
            }
        }
        return fec;
    }

    private int wrongAsOf(LedgerFixture ledger, LocalDate day) {
        return db.fetchSingle(REMAINING_AS_OF + """
                select count(*) from (
                    select customer_id, control_account, sum(debit - credit) as balance from receivable.ledger_line
                    where company_id = ? and set_aside is null and entry_date <= ? group by 1, 2) l
                full join (select customer_id, control_account, sum(remaining) as remaining from as_of group by 1, 2) i
                    using (customer_id, control_account)
                where coalesce(balance, 0) <> coalesce(remaining, 0)
                """, day, day, day, day, ledger.company.id(), ledger.company.id(), day)
                .into(int.class);
    }

    private int remainingOutOfRange(LedgerFixture ledger) {
        return db.fetchSingle("""
                select count(*) from receivable.open_item
                where company_id = ? and (remaining * original < 0 or abs(remaining) > abs(original)
                      or (remaining = 0) <> (settled_on is not null))
                """, ledger.company.id()).into(int.class);
    }

    /// The daily facts tell the same overdue total as the items, on every day of the span.
    private int overdueDiffers(LedgerFixture ledger) {
        return IntStream.range(0, DAYS + 60)
                .map(offset -> {
                    var day = FIRST.plusDays(offset);
                    var facts = db.fetchSingle("""
                    select coalesce(sum(overdue_change), 0) from receivable.customer_day where company_id = ? and day <= ?
                    """, ledger.company.id(), day).into(BigDecimal.class);
                    var items = db.fetchSingle(REMAINING_AS_OF + """
                    select coalesce(sum(remaining), 0) from as_of where remaining > 0 and due_date < ?
                    """, day, day, day, day, ledger.company.id(), day)
                            .into(BigDecimal.class);
                    return facts.compareTo(items) == 0 ? 0 : 1;
                })
                .sum();
    }

    /// The facts kept for the company say what the entries say.
    private int companyFactsDiffer(LedgerFixture ledger) {
        return db.fetchSingle("""
                select count(*) from (
                    select measure, account, on_date, day, sum(amount) as amount, sum(items) as items
                    from receivable.fact_change where company_id = ? group by 1, 2, 3, 4
                ) plain full join (select * from receivable.company_fact where company_id = ?) kept
                    using (measure, account, on_date, day)
                where coalesce(plain.amount, 0) <> coalesce(kept.amount, 0) or coalesce(plain.items, 0) <> coalesce(kept.items, 0)
                """, ledger.company.id(), ledger.company.id()).into(int.class);
    }

    private List<String> items(LedgerFixture ledger) {
        return db.fetch(
                        "select o::text from receivable.open_item o where company_id = ? order by id",
                        ledger.company.id())
                .into(String.class);
    }

    private static final String REMAINING_AS_OF = """
            with as_of as (
                select o.customer_id, o.control_account, o.due_date,
                       case when o.entry_date > ? or o.settled_on <= ? then 0
                            else o.original
                               - coalesce((select sum(a.amount) from receivable.allocation a
                                           where a.customer_id = o.customer_id and a.debit_item_id = o.id and a.allocated_on <= ?), 0)
                               + coalesce((select sum(a.amount) from receivable.allocation a
                                           where a.customer_id = o.customer_id and a.credit_item_id = o.id and a.allocated_on <= ?), 0)
                            end as remaining
                from receivable.open_item o where o.company_id = ?)
            """;
}
