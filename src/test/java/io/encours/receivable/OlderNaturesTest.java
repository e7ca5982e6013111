package io.encours.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.PlainDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables as they were before retention money that moves and bills that come back had natures of their own, and
/// accruals of lists were adjustments.
@DisplayName("Q6, D1, E1: ledgers of earlier versions get the natures that can be told from what is stored")
class OlderNaturesTest {

    private static DSLContext db;

    @BeforeAll
    static void upgrade() {
        db = PlainDatabase.upgraded("202611240346", OlderNaturesTest::loadOldLedger);
    }

    /// Invoice of 600 of which 30 retained; later 20 of retention money moved from the account; a bill of 500
    /// that came back, alone and with a fee at the bank; an accrual and its credit from a list.
    private static void loadOldLedger(DSLContext db) {
        db.execute("""
                insert into company.company (id, code, name, created_at) values (1, 'OLD', 'Old', timestamptz '2026-01-01');
                insert into customer.customer_code (company_id, code, customer_id) values (1, 'A', 1);
                insert into customer.customer (id, company_id, code, name, created_at) values (1, 1, 'A', 'A', timestamptz '2026-01-01');
                insert into receivable.ledger_line (customer_id, id, company_id, source, fiscal_year, journal, entry_number,
                    entry_date, account, control_account, document, debit, credit, currency, nature, fingerprint, import_id)
                select 1, id, 1, source, case source when 'FEC' then 2026 else 0 end, 'J', entry, date '2026-03-01', account, account,
                    'D' || id, greatest(amount, 0), greatest(-amount, 0), 'EUR', nature, gen_random_uuid(), 1
                from (values (1, 'FEC', 'E1', '411', 570, 'INVOICE'), (2, 'FEC', 'E1', '4117', 30, 'RETENTION'),
                             (3, 'FEC', 'E2', '411', -20, 'OTHER'), (4, 'FEC', 'E2', '4117', 20, 'RETENTION'),
                             (5, 'FEC', 'E3', '413', -500, 'BILL_CREATED'), (6, 'FEC', 'E3', '411', 500, 'RETURNED_PAYMENT'),
                             (7, 'FEC', 'E4', '413', -500, 'BILL_CREATED'), (8, 'FEC', 'E4', '411', 510, 'RETURNED_PAYMENT'),
                             (9, 'ITEMS', '', '4181', 100, 'INVOICE'), (10, 'ITEMS', '', '4198', -40, 'CREDIT_NOTE'))
                    as line (id, source, entry, account, amount, nature);
                insert into receivable.open_item (customer_id, id, company_id, kind, document, document_date, entry_date, due_date,
                    due_date_source, control_account, original, remaining, currency, nature)
                select customer_id, id, company_id,
                    case when control_account = '4117' then 'RETENTION' when control_account = '413' then 'BILL'
                         when nature = 'OTHER' then 'ADJUSTMENT' else nature end,
                    document, entry_date, entry_date, entry_date, 'DOCUMENT', control_account, debit - credit, debit - credit, currency, nature
                from receivable.ledger_line;
                insert into receivable.customer_day (customer_id, day, company_id, currency, debit, credit, invoiced, credit_noted, received, overdue_change)
                select 1, date '2026-03-01', 1, 'EUR', sum(debit), sum(credit), 570 + 100, 40, 0, 0 from receivable.ledger_line;
                insert into receivable.customer_balance (customer_id, company_id, currency, balance, unallocated, credit_notes, deposits, open_items)
                select 1, 1, 'EUR', sum(debit - credit), 0, -40, 0, 10 from receivable.ledger_line;
                insert into receivable.company_fact (company_id, measure, account, on_date, day, amount, items)
                select company_id, measure, account, on_date, day, sum(amount), sum(items)
                from receivable.fact_change group by company_id, measure, account, on_date, day;
                """);
    }

    @ParameterizedTest(name = "line {0}: {1}")
    @CsvSource({
        "2, RETENTION, it was invoiced",
        "4, RETENTION_MOVED, nothing else in the entry",
        "6, BILL_RETURNED, nothing but the bill in the entry",
        "8, RETURNED_PAYMENT, something else is in the entry: only the file tells what",
        "5, BILL_CREATED, as it was"
    })
    void natures(int line, String nature, String why) {
        assertThat(db.fetchValue("select nature from receivable.ledger_line where id = " + line))
                .as(why)
                .isEqualTo(nature);
        assertThat(db.fetchValue("select nature from receivable.open_item where id = " + line))
                .isEqualTo(nature);
    }

    @Test
    void accruals_of_lists_are_adjustments_and_in_no_sum_of_invoices() {
        assertThat(db.fetch("select kind from receivable.open_item where id in (9, 10)")
                        .into(String.class))
                .containsOnly("ADJUSTMENT");
        assertThat(db.fetchSingle("select invoiced::text, credit_noted::text from receivable.customer_day")
                        .into(Object[].class))
                .containsExactly("570.0000", "0.0000");
        assertThat(db.fetchValue("select credit_notes::text from receivable.customer_balance"))
                .isEqualTo("0.0000");
        assertThat(db.fetch("select customer_id from worklist.dirty_customer").into(Long.class))
                .containsExactly(1L);
    }

    @Test
    void the_facts_of_the_company_are_those_of_its_entries() {
        assertThat(db.fetchValue("select sum(amount)::text from receivable.company_fact where measure = 'TURNOVER'"))
                .as("570 and 30 retained; neither the 20 that moved nor accruals")
                .isEqualTo("600.0000");
        assertThat(db.fetchValue("select sum(amount)::text from receivable.company_fact where measure = 'RECEIVED'"))
                .as("the bill that came back was no money; of the other one only the file tells")
                .isEqualTo("-510.0000");
        assertThat(db.fetch("""
                        select measure, on_date, day, sum(amount), sum(items) from receivable.fact_change group by 1, 2, 3, account
                        except select measure, on_date, day, sum(amount), sum(items) from receivable.company_fact group by 1, 2, 3, account
                        """)).isEmpty();
    }
}
