package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Status;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A real accounting export of a small company (names replaced).
@IntegrationTest
@DisplayName("I1, I2: a real FEC")
class SampleFecTest {

    private static final String NAME = "111111111FEC20221231.txt";

    @Autowired
    private Imports imports;

    @Autowired
    private DSLContext db;

    @Autowired
    private Fixtures fixtures;

    private LedgerFixture ledger;

    @BeforeEach
    void company() {
        ledger = new LedgerFixture(imports, db, fixtures);
    }

    @Test
    void every_customer_owes_what_the_file_says() throws IOException {
        var run = ledger.send(NAME, sample());

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.detected()).containsEntry("charset", "IBM850").containsEntry("separator", "|");
        assertThat(run.read()).isEqualTo(934);
        assertThat(run.kept().debit()).isEqualByComparingTo("225682.23");
        assertThat(run.kept().credit()).isEqualByComparingTo("225682.23");
        assertThat(run.totals(LineOutcome.CREATED).lines()).isEqualTo(151);
        assertThat(ledger.balances()).isEqualTo(balancesOfTheFile());
        assertThat(ledger.balances().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("14416.52");
    }

    @Test
    void a_second_time_nothing_changes() throws IOException {
        ledger.send(NAME, sample());
        var before =
                db.fetch("select * from receivable.open_item where company_id = ? order by id", ledger.company.id());

        var again = ledger.send(NAME, sample());

        assertThat(again.totals(LineOutcome.UNCHANGED).lines()).isEqualTo(151);
        assertThat(again.totals(LineOutcome.CREATED).lines()).isZero();
        assertThat(db.fetch("select * from receivable.open_item where company_id = ? order by id", ledger.company.id()))
                .isEqualTo(before);
    }

    @Test
    void a_dry_run_tells_all_and_keeps_nothing() throws IOException {
        var run = ledger.send(new Upload(ledger.company.code(), null, NAME, true), sample());

        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.totals(LineOutcome.CREATED).lines()).isEqualTo(151);
        assertThat(ledger.balances()).isEmpty();
    }

    static byte[] sample() throws IOException {
        try (var in = SampleFecTest.class.getResourceAsStream("/fec/" + NAME)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    /// Added up here, apart from the importer.
    static Map<String, BigDecimal> balancesOfTheFile() throws IOException {
        var balances = new TreeMap<String, BigDecimal>();
        new String(sample(), Charset.forName("IBM850"))
                .lines()
                .skip(1)
                .map(line -> line.split("\\|", -1))
                .filter(fields -> fields[4].startsWith("411"))
                .forEach(fields -> balances.merge(
                        fields[6].strip(), amount(fields[11]).subtract(amount(fields[12])), BigDecimal::add));
        balances.replaceAll((code, amount) -> amount.stripTrailingZeros());
        return balances;
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
