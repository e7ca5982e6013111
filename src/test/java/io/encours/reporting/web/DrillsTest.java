package io.encours.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.Imports;
import io.encours.reporting.Books;
import io.encours.reporting.FecBooks;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The list a figure opens adds up to the figure, as of a day in the past.
@IntegrationTest
@DisplayName("R4, R3, R2, E1, E2 every figure opens the list it is made of")
class DrillsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 10);

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    /// Something of everything: openings, bills, doubtful customers, retention money, deposits, payments
    /// without a claim, one that came back, matched on days of their own.
    private Books ledger() {
        var books = new FecBooks(imports, fixtures, 2026)
                .opening("A", "F0", "2025-12-20", "700", "AA 2026-02-03")
                .receipt("A", "R0", "2026-02-03", "700", "AA 2026-02-03")
                .sale("A", "F1", "2026-03-05", "1000", "AB 2026-06-30")
                .receipt("A", "R1", "2026-04-20", "400", "AB 2026-06-30")
                .sale("A", "F2", "2026-05-15", "2000", "")
                .sale("A", "F3", "2026-07-01", "300", "")
                .entry("OD", "2026-06-01")
                .line("411000", "A", "F2", "-2000", "AC 2026-06-01")
                .line("413000", "A", "LCR", "2026-06-01", "LCR ECH 31/07/26", "2000", "")
                .sale("B", "F4", "2026-01-10", "900", "BA 2026-05-02")
                .entry("OD", "2026-05-02")
                .line("411000", "B", "F4", "-900", "BA 2026-05-02")
                .line("416000", "B", "F4", "900", "")
                .entry("VE", "2026-06-10")
                .line("411000", "B", "F5", "570", "")
                .line("411700", "B", "F5", "30", "")
                .other("706000", "-600")
                .entry("BQ", "2026-06-15")
                .other("512000", "150")
                .line("419100", "B", "AC1", "-150", "")
                .receipt("B", "R2", "2026-06-20", "60", "")
                .receipt("B", "R3", "2026-07-02", "45", "CA 2026-07-08")
                .entry("BQ", "2026-07-08")
                .line("411000", "B", "R3", "2026-07-08", "REJET", "45", "CA 2026-07-08")
                .other("512000", "-45")
                .bringIn();
        return books;
    }

    @Test
    void lists_add_up_to_their_figures() {
        var books = ledger();
        var drill = new Drill(Map.of("company", books.company.code()), AS_OF);
        var aged = report(books, "aged-balance", "");
        var edges = new LocalDate[] {AS_OF, day(-30), day(-60), day(-90), null};
        var latest = new LocalDate[] {null, day(-1), day(-31), day(-61), day(-91)};
        for (var bucket = 0; bucket < 5; bucket++) {
            same(books, drill.claims(edges[bucket], latest[bucket]), aged, "/total/amounts/" + bucket, "/remaining");
        }
        same(books, drill.credits(), aged, "/total/unallocated", "/remaining");
        same(books, drill.all(), aged, "/total/total", "/remaining");

        var schedule = report(books, "schedule", "");
        same(books, drill.plainClaims(null, day(-1)), schedule, "/total/overdue", "/remaining");
        same(books, drill.bills(null, day(-1)), schedule, "/total/billsDue", "/remaining");
        same(books, drill.plainClaims(AS_OF, LocalDate.of(2026, 7, 31)), schedule, "/total/months/0", "/remaining");
        same(books, drill.bills(AS_OF, LocalDate.of(2026, 7, 31)), schedule, "/total/bills/0", "/remaining");
        same(books, drill.plainClaims(LocalDate.of(2027, 1, 1), null), schedule, "/total/later", "/remaining");
        same(books, drill.credits(), schedule, "/total/credits", "/remaining");

        var unallocated = report(books, "unallocated-payments", "from=2026-07-01&to=2026-07-10");
        same(books, drill.payments(), unallocated, "/remaining", "/remaining");
        var eve = new Drill(drill.narrowed(), LocalDate.of(2026, 6, 30));
        same(books, eve.payments(), unallocated, "/atStart", "/remaining");

        var months = report(books, "turnover-and-payments", "");
        for (var place = 0; place < 12; place++) {
            var month = YearMonth.parse(months.at("/months/" + place + "/month").asString());
            var path = "/months/" + place;
            var end = month.atEndOfMonth().isAfter(AS_OF) ? AS_OF : month.atEndOfMonth();
            same(books, drill.turnover(month.atDay(1), end), months, path + "/turnover", "/original");
            same(books, drill.fellDue(month.atDay(1), month.atEndOfMonth()), months, path + "/expected", "/original");
            same(books, drill.received(month.atDay(1), end), months, path + "/received", "/original");
        }
        var days = report(books, "payment-days", "month=2026-07");
        for (var number = 1; number <= 10; number++) {
            var on = LocalDate.of(2026, 7, number);
            same(books, drill.received(on, on), days, "/days/" + (number - 1) + "/amount", "/original");
        }
    }

    /// In all companies the list is that of all companies.
    @Test
    void all_companies_stay_all_companies() {
        var drill = new Drill(Map.of(Ask.COMPANIES, Ask.ALL, "group", "G"), null);

        assertThat(drill.all()).contains("companies=all", "group=G");
        assertThat(drill.of(io.encours.reporting.AgedBalance.By.CUSTOMER, "C1", "ACME"))
                .isNotNull()
                .satisfies(own -> assertThat(own.narrowed())
                        .containsEntry("company", "ACME")
                        .doesNotContainKey(Ask.COMPANIES));
    }

    /// Payments are credits: figures of money show them positive.
    private void same(Books books, String list, JsonNode report, String figure, String amount) {
        var items = manager(books).get(list + "&limit=1000").body().at("/items");
        var sum = items.valueStream()
                .map(item -> new BigDecimal(item.at(amount).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var money = figure.endsWith("/received")
                || figure.endsWith("/amount")
                || figure.endsWith("/remaining")
                || figure.endsWith("/atStart");
        assertThat(money ? sum.negate() : sum)
                .as("%s against %s", list, figure)
                .isEqualByComparingTo(report.at(figure).asString());
    }

    private static LocalDate day(int days) {
        return AS_OF.plusDays(days);
    }

    private JsonNode report(Books books, String name, String query) {
        var answer = manager(books)
                .get("/reports/" + name + "?company=" + books.company.code() + "&asOf=" + AS_OF + "&" + query);
        assertThat(answer.status()).as("%s: %s", name, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Api manager(Books books) {
        return new Api(port, fixtures.tokenOf(fixtures.aManager(books.company)));
    }
}
