package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;

import java.util.Objects;
import org.jooq.DSLContext;

/// A company with many customers and items, made in the database: due dates over a year around a day, one credit in
/// ten,
/// five payment methods, ten agents.
final class SyntheticLedger {

    private SyntheticLedger() {}

    /// @return id of the company
    static long of(DSLContext db, String code, int customers, int items) {
        var company = Objects.requireNonNull(db.insertInto(COMPANY_)
                .set(COMPANY_.CODE, code)
                .set(COMPANY_.NAME, code)
                .set(COMPANY_.CREATED_AT, PlanFixture.NOW)
                .returning(COMPANY_.ID)
                .fetchSingle()
                .getId());
        db.execute("""
                insert into identity.app_user (login, name, role, collections_role, created_at)
                select 'agent' || a, 'Agent ' || a, 'COLLECTOR', 'AGENT', ?::timestamptz from generate_series(1, 10) a
                on conflict do nothing
                """, PlanFixture.NOW);
        db.execute("""
                insert into customer.customer_code (company_id, code, customer_id)
                select ?, 'C' || to_char(n, 'FM000000'), nextval('customer.customer_id_seq') from generate_series(1, ?) n
                """, company, customers);
        db.execute("""
                insert into customer.customer (id, company_id, code, name, agent_id, phone, email, created_at)
                select c.customer_id, c.company_id, c.code,
                    (array['Boulangerie', 'Garage', 'Ateliers', 'Transports', 'Électricité', 'Hôtel', 'Menuiserie'])[1 + n % 7]
                        || ' ' || substr(md5(n::text), 1, 8),
                    (select id from identity.app_user where login = 'agent' || 1 + n % 10),
                    '01 99 00 00 00', 'compta@client' || n || '.example', ?::timestamptz
                from (select *, row_number() over (order by code) as n from customer.customer_code where company_id = ?) c
                """, PlanFixture.NOW, company);
        db.execute("""
                insert into receivable.open_item (customer_id, id, company_id, kind, document, document_date, entry_date, due_date,
                    due_date_source, payment_method, control_account, original, remaining, currency)
                select c.id, nextval('receivable.ledger_line_id_seq'), c.company_id,
                    case when n % 10 = 7 then 'CREDIT_NOTE' else 'INVOICE' end,
                    'F' || to_char(n, 'FM0000000'), day - 30, day - 30, day, 'SOURCE',
                    (array['VIR', 'PRLV', 'CHQ', 'LCR', 'CB'])[1 + n % 5], '411', amount, amount, 'EUR'
                from (
                    select n, date '2026-11-24' - 200 + (hashint4(n) & 255) as day,
                        case when n % 10 = 7 then -1 else 1 end * (50 + (hashint4(n + 1) & 65535) / 10.0)::numeric(19,4) as amount
                    from generate_series(1, ?) n) i
                join (select *, row_number() over (order by id) as rank from customer.customer where company_id = ?) c
                    on c.rank = 1 + n % ?
                """, items, company, customers);
        // So far as the standard strategy goes: nothing done, the announcement, both e-mails, the call, the letter.
        db.execute("""
                insert into worklist.done_action (customer_id, company_id, item_id, occurrence, decision, step_code, code, label, type,
                    stage, theoretical_date, action_date, done_on, done_at, done_by)
                select i.customer_id, i.company_id, i.id, o, 'VALIDATED', a.code, a.code, a.label, a.type, a.stage,
                    i.due_date + a.delay, i.due_date + a.delay, i.due_date + a.delay, ?::timestamptz, 1
                from receivable.open_item i
                cross join generate_series(1, 4) o
                join strategy.strategy s on s.code = 'STANDARD'
                join strategy.strategy_action a on a.strategy_id = s.id and a.position = o
                where i.company_id = ? and i.remaining > 0 and o <= i.id % 5
                """, PlanFixture.NOW, company);
        db.execute("analyze worklist.done_action");
        db.execute("analyze customer.customer_code, customer.customer, receivable.open_item");
        return company;
    }
}
