package io.encours.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("I1: codes of opening lines pass to the year before")
class CarriedCodesTest {

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
    void a_group_that_was_partial_when_the_year_was_closed_is_settled_by_its_later_code() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2025-11-10", "1000", "aa", "2025-12-05")
                .receipt("C1", "R1", "2025-12-05", "400", "aa", "2025-12-05"));
        assertThat(open()).isEqualTo("F1 600");

        ledger.send(new FecText()
                .entry()
                .receivable("AN", "411000", "C1", "F1", "2026-01-01", "A NOUVEAU", "1000", "0", "AB", "2026-02-10")
                .receivable("AN", "411000", "C1", "R1", "2026-01-01", "A NOUVEAU", "0", "400", "AB", "2026-02-10")
                .other("AN", "120000", "AN", "2026-01-01", "0", "600")
                .receipt("C1", "R2", "2026-02-10", "600", "AB", "2026-02-10"));

        assertThat(open()).isEmpty();
    }

    @Test
    void an_opening_line_does_not_take_the_code_from_a_line_settled_in_its_own_year() {
        ledger.send(new FecText()
                .sale("C1", "F1", "2025-03-10", "500", "AA", "2025-04-05")
                .receipt("C1", "R1", "2025-04-05", "500", "AA", "2025-04-05")
                .sale("C1", "F1", "2025-11-10", "500"));

        ledger.send(new FecText()
                .entry()
                .receivable("AN", "411000", "C1", "F1", "2026-01-01", "A NOUVEAU", "500", "0", "AA", "2026-02-10")
                .other("AN", "120000", "AN", "2026-01-01", "0", "500")
                .receipt("C1", "R2", "2026-02-10", "500", "AA", "2026-02-10"));

        assertThat(open()).isEmpty();
    }

    private String open() {
        return String.join(", ", db.fetch("""
                        select document || ' ' || trim_scale(remaining) from receivable.open_item
                        where company_id = ? and settled_on is null order by 1
                        """, ledger.company.id()).into(String.class));
    }
}
