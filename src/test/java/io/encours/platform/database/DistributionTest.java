package io.encours.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.IntegrationTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The schema can be spread over several servers as it stands: spec/citus.md, *Placement* and *Keys*.
@IntegrationTest
@DisplayName("Q2 keys ready for distribution")
class DistributionTest {

    /// Tables with this column are distributed on it; `customer.customer` itself on its id.
    private static final String DISTRIBUTED = """
            with distributed as (
                select c.oid, n.nspname || '.' || c.relname as name,
                    case when c.oid = 'customer.customer'::regclass then 'id' else 'customer_id' end as key
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname in ('customer', 'receivable', 'timeline', 'worklist')
                and c.oid <> 'customer.customer_code'::regclass
                and c.oid not in ('receivable.ledger_period'::regclass, 'receivable.ledger_extract'::regclass,
                    'receivable.reference_rate'::regclass, 'receivable.interest_terms'::regclass,
                    'receivable.company_fact'::regclass, 'receivable.ledger_known'::regclass,
                    'worklist.chasing_settings'::regclass, 'worklist.nightly_run'::regclass, 'worklist.automatic_run'::regclass,
                    'worklist.plan_change'::regclass, 'worklist.batch'::regclass, 'worklist.printout'::regclass)
            )
            """;

    @Autowired
    private DSLContext db;

    @Test
    void every_large_table_has_the_customer_in_it_with_one_type() {
        assertThat(names("""
                select name from distributed d where not exists (
                    select from pg_attribute a
                    where a.attrelid = d.oid and a.attname = d.key and a.atttypid = 'bigint'::regtype and a.attnotnull)
                """)).isEmpty();
        assertThat(names("select name from distributed")).hasSizeGreaterThan(10);
    }

    @Test
    void every_primary_and_unique_key_of_a_large_table_contains_the_customer() {
        assertThat(names("""
                select d.name || ' ' || i.indexrelid::regclass from distributed d
                join pg_index i on i.indrelid = d.oid and i.indisunique
                where not exists (
                    select from pg_attribute a
                    where a.attrelid = d.oid and a.attname = d.key and a.attnum = any (i.indkey::smallint[]))
                """)).isEmpty();
    }

    @Test
    void a_large_table_refers_to_another_only_with_the_customer_in_the_key() {
        assertThat(names("""
                select d.name || ' ' || f.conname from distributed d
                join pg_constraint f on f.conrelid = d.oid and f.contype = 'f'
                join distributed target on target.oid = f.confrelid
                where not exists (
                    select from pg_attribute a
                    where a.attrelid = d.oid and a.attname = d.key and a.attnum = any (f.conkey))
                """)).isEmpty();
    }

    @Test
    void nothing_small_refers_to_a_large_table_and_no_key_is_deferrable() {
        assertThat(names("""
                select f.conrelid::regclass || ' ' || f.conname from pg_constraint f
                join distributed target on target.oid = f.confrelid
                where f.contype = 'f' and f.conrelid not in (select oid from distributed)
                union all
                select conrelid::regclass || ' ' || conname from pg_constraint where condeferrable
                and connamespace in (select relnamespace from pg_class where oid in (select oid from distributed))
                """)).isEmpty();
    }

    private List<String> names(String query) {
        return db.fetch(DISTRIBUTED + query).getValues(0, String.class);
    }
}
