package io.encours.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DemoBooksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final List<DemoBooks> BOTH = DemoCompany.ALL.stream()
            .map(company -> DemoBooks.of(company, TODAY))
            .toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("BOTH")
    void the_same_day_gives_the_same_bytes(DemoBooks books) throws IOException {
        var again = DemoBooks.of(books.company(), TODAY);
        var one = Files.createDirectory(folder.resolve("one"));
        var two = Files.createDirectory(folder.resolve("two"));

        var first = books.writeFecs(one);
        var second = again.writeFecs(two);

        assertThat(books.writeCustomers(one)).hasSameBinaryContentAs(again.writeCustomers(two));
        for (var file = 0; file < first.size(); file++) {
            assertThat(first.get(file)).hasSameBinaryContentAs(second.get(file));
        }
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void every_entry_of_every_file_balances(DemoBooks books) throws IOException {
        for (var file : books.writeFecs(folder)) {
            var balances = new TreeMap<String, BigDecimal>();
            for (var row : rows(books, file)) {
                balances.merge(row[2], amount(row[11]).subtract(amount(row[12])), BigDecimal::add);
            }
            assertThat(balances.values())
                    .as("entries of %s", file.getFileName())
                    .isNotEmpty()
                    .allSatisfy(balance -> assertThat(balance).isEqualByComparingTo("0"));
        }
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void a_year_opens_with_what_the_year_before_left(DemoBooks books) throws IOException {
        var left = new HashMap<String, BigDecimal>();
        for (var file : books.writeFecs(folder)) {
            var opened = new HashMap<String, BigDecimal>();
            var end = new HashMap<String, BigDecimal>();
            for (var row : rows(books, file)) {
                if (isReceivable(row)) {
                    var balance = amount(row[11]).subtract(amount(row[12]));
                    end.merge(row[4] + row[6], balance, BigDecimal::add);
                    if (row[0].equals("AN")) {
                        opened.merge(row[4] + row[6], balance, BigDecimal::add);
                    }
                }
            }
            left.values().removeIf(balance -> balance.signum() == 0);
            opened.values().removeIf(balance -> balance.signum() == 0);
            assertThat(opened).isEqualTo(left);
            left = end;
        }
        assertThat(left.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(
                        books.books().balances().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void lines_that_bear_one_whole_matching_balance(DemoBooks books) {
        var groups = new HashMap<Line.Mark, BigDecimal>();
        books.books().entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .forEach(line -> line.markOn(TODAY)
                        .filter(Line.Mark::whole)
                        .ifPresent(mark -> groups.merge(mark, line.balance(), BigDecimal::add)));
        assertThat(groups).isNotEmpty();
        assertThat(groups.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("0"));
    }

    @Test
    void together_they_have_400_customers_and_about_15_000_documents() {
        assertThat(BOTH.stream().mapToInt(books -> books.customers().size()).sum())
                .isEqualTo(400);
        assertThat(BOTH.stream().mapToLong(books -> books.books().documents()).sum())
                .isBetween(13_000L, 17_000L);
    }

    @Test
    void payers_are_of_every_kind_and_most_pay_on_time_or_a_little_late() {
        var kinds = BOTH.stream()
                .flatMap(books -> books.customers().stream())
                .collect(groupingBy(DemoCustomer::payer, counting()));

        assertThat(kinds).hasSize(Payer.values().length);
        kinds.forEach((payer, count) -> assertThat(count / 4.0).as(payer.name()).isCloseTo(payer.share(), within(6.0)));
    }

    @Test
    void every_kind_of_item_is_open_today() {
        var open = BOTH.stream()
                .flatMap(books -> books.books().entries().stream())
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.customer().isPresent() && !line.isSettledOn(TODAY))
                .collect(groupingBy(Line::account, summingLong(line -> 1)));

        assertThat(open).containsOnlyKeys("411", "413", "416", "4117", "4191");
    }

    @Test
    void numbers_of_companies_and_customers_pass_the_check_and_were_never_given_out() {
        assertThat(Siren.passes("732829320")).isTrue();
        assertThat(BOTH.stream()
                        .flatMap(books -> books.customers().stream())
                        .filter(customer -> customer.siren() != null)
                        .map(DemoCustomer::siren))
                .doesNotHaveDuplicates()
                .allSatisfy(siren -> assertThat(Siren.passes(siren)).isTrue())
                .allSatisfy(siren -> assertThat(siren).hasSize(9).startsWith("000"));
    }

    private static List<String[]> rows(DemoBooks books, Path file) throws IOException {
        var separator = books.company().separator() == '|' ? "\\|" : "\t";
        return Files.readAllLines(file, books.company().charset()).stream()
                .skip(1)
                .map(line -> line.split(separator, -1))
                .toList();
    }

    private static boolean isReceivable(String[] row) {
        return Arrays.asList("411", "413", "416", "419").contains(row[4].substring(0, 3));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
