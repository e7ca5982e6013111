package io.encours.reporting;

import static encours.db.reporting.Tables.AGED_BALANCE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// SQL of the history of the aged balance.
final class HistoryStore {

    /// A company's totals at the end of a day.
    record Totals(BigDecimal overdue, BigDecimal notDue, BigDecimal credits) {

        static final Totals NONE = new Totals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Totals plus(Totals other) {
            return new Totals(overdue.add(other.overdue), notDue.add(other.notDue), credits.add(other.credits));
        }

        boolean equalsInAmount(Totals other) {
            return overdue.compareTo(other.overdue) == 0
                    && notDue.compareTo(other.notDue) == 0
                    && credits.compareTo(other.credits) == 0;
        }
    }

    private final DSLContext db;

    HistoryStore(DSLContext db) {
        this.db = db;
    }

    /// As the ledger tells it today, for each day of a span: one pass over the facts, which a running sum adds
    /// up. A claim
    /// is overdue from the day after its due date on, or from the day it was entered or changed when that is
    /// later.
    NavigableMap<LocalDate, Totals> computed(Extent extent, LocalDate from, LocalDate to) {
        var found = new TreeMap<LocalDate, Totals>();
        db.resultQuery("""
                with change as (
                    select greatest(fact.day, {1}::date) as day, sum(fact.amount) filter (where fact.measure = 'CLAIM') as claims,
                           sum(fact.amount) filter (where fact.measure <> 'CLAIM') as credits, 0 as overdue
                    from ({0}) fact
                    where fact.measure in ('CLAIM', 'PAYMENT', 'CREDIT_NOTE', 'DEPOSIT', 'OTHER_CREDIT') and fact.day <= {2} group by 1
                    union all
                    select greatest(fact.day, fact.on_date + 1, {1}::date), 0, 0, sum(fact.amount)
                    from ({0}) fact
                    where fact.measure = 'CLAIM' and fact.day <= {2} and fact.on_date < {2} group by 1
                ), day as (
                    select d::date as day from generate_series({1}::date, {2}::date, interval '1 day') d
                )
                select day.day, sum(coalesce(c.claims, 0)) over w as claims, sum(coalesce(c.credits, 0)) over w as credits,
                       sum(coalesce(c.overdue, 0)) over w as overdue
                from day left join (
                    select day, sum(claims) as claims, sum(credits) as credits, sum(overdue) as overdue from change group by day
                ) c using (day)
                window w as (order by day.day)
                """, extent.factRows(), DSL.val(from), DSL.val(to)).forEach(row -> {
            var overdue = row.get("overdue", BigDecimal.class);
            found.put(
                    row.get("day", LocalDate.class),
                    new Totals(
                            overdue,
                            row.get("claims", BigDecimal.class).subtract(overdue),
                            row.get("credits", BigDecimal.class)));
        });
        return found;
    }

    /// As it was kept, of the days of a span that were; only when it was of all the companies.
    Map<LocalDate, Totals> kept(Collection<Long> companies, LocalDate from, LocalDate to) {
        var found = new TreeMap<LocalDate, Totals>();
        var complete = new TreeMap<LocalDate, Integer>();
        db.selectFrom(AGED_BALANCE)
                .where(
                        AGED_BALANCE.COMPANY_ID.in(companies),
                        AGED_BALANCE.FROM_DAY.le(to),
                        AGED_BALANCE.TO_DAY.ge(from))
                .forEach(row -> {
                    var first = row.getFromDay().isBefore(from) ? from : row.getFromDay();
                    var last = row.getToDay().isAfter(to) ? to : row.getToDay();
                    var totals = new Totals(row.getOverdue(), row.getNotDue(), row.getCredits());
                    first.datesUntil(last.plusDays(1)).forEach(day -> {
                        found.merge(day, totals, Totals::plus);
                        complete.merge(day, 1, Integer::sum);
                    });
                });
        found.keySet().removeIf(day -> complete.getOrDefault(day, 0) < companies.size());
        return found;
    }

    /// Keeps what was computed for a day: the range of the day before grows when nothing has changed. A day
    /// that is kept
    /// is left as it is.
    void keep(
            long company,
            String currency,
            LocalDate day,
            AgedBalance.Amounts amounts,
            Buckets buckets,
            OffsetDateTime at) {
        var notDue = amounts.amounts().getFirst();
        var row = db.newRecord(AGED_BALANCE);
        row.setCompanyId(company);
        row.setFromDay(day);
        row.setToDay(day);
        row.setCurrency(currency);
        row.setOverdue(amounts.overdue());
        row.setNotDue(notDue);
        row.setCredits(amounts.unallocated());
        row.setBuckets(buckets.edges().toArray(Integer[]::new));
        row.setAmounts(amounts.amounts().toArray(BigDecimal[]::new));
        row.setComputedAt(at);
        var known = db.fetchExists(
                AGED_BALANCE,
                AGED_BALANCE.COMPANY_ID.eq(company),
                AGED_BALANCE.FROM_DAY.le(day),
                AGED_BALANCE.TO_DAY.ge(day));
        if (known) {
            return;
        }
        var grown = db.update(AGED_BALANCE)
                .set(AGED_BALANCE.TO_DAY, day)
                .where(
                        AGED_BALANCE.COMPANY_ID.eq(company),
                        AGED_BALANCE.TO_DAY.eq(day.minusDays(1)),
                        AGED_BALANCE.CREDITS.eq(row.getCredits()),
                        AGED_BALANCE.BUCKETS.eq(row.getBuckets()),
                        AGED_BALANCE.AMOUNTS.eq(row.getAmounts()))
                .execute();
        if (grown == 0) {
            row.insert();
        }
    }
}
