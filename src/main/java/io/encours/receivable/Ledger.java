package io.encours.receivable;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.customer.Customers;
import io.encours.customer.CustomersChanged;
import io.encours.platform.BusinessDate;
import io.encours.platform.Progress;
import io.encours.receivable.LedgerDifference.Extent;
import io.encours.receivable.OpeningChain.States;
import io.encours.receivable.Outcome.Totals;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes staged lines into the ledger and works out what they leave open, set-wise and in the caller's
/// transaction. At the end the law of balances is checked; when it does not hold nothing is kept.
@Service
public class Ledger {

    /// Where staged lines come from.
    @FunctionalInterface
    public interface Lines {
        void forEach(Consumer<StagedLine> sink) throws IOException;
    }

    /// What is known of the whole file.
    ///
    /// @param fiscalYear said by the file's name, if it says one that fits; 0: unknown
    /// @param from first day over all accounts, receivable or not
    /// @param mends the lines were rejected from another file and are sent again
    public record Batch(
            long importId,
            Company company,
            Source source,
            LocalDate today,
            int fiscalYear,
            LocalDate from,
            LocalDate to,
            boolean mends) {}

    /// What a batch did.
    ///
    /// @param openingDifference between the opening balances set aside and the years before
    /// @param yearMissing lines before a gap in the years were set aside
    public record Merged(
            Map<Outcome, Totals> totals,
            int fiscalYear,
            int customersCreated,
            int customersTouched,
            OpeningDifference openingDifference,
            boolean yearMissing) {}

    /// From so many lines on, fresh statistics pay.
    private static final int BULK = 2_000;

    private static final int PAST_DAYS_CHECKED = 3;

    private final DSLContext db;
    private final Companies companies;
    private final Customers customers;
    private final ApplicationEventPublisher events;
    private final OpeningChain chain;
    private final LedgerPeriods periods;
    private final BusinessDate businessDate;

    Ledger(
            DSLContext db,
            Companies companies,
            Customers customers,
            ApplicationEventPublisher events,
            BusinessDate businessDate) {
        this.db = db;
        this.companies = companies;
        this.customers = customers;
        this.events = events;
        this.chain = new OpeningChain(db);
        this.periods = new LedgerPeriods(db);
        this.businessDate = businessDate;
    }

    /// @param lines given out once, in the order of the file
    /// @throws Problem refused, when the law of balances would not hold
    @Transactional(propagation = Propagation.MANDATORY)
    public Merged merge(Batch batch, Lines lines, Progress progress) throws IOException {
        return merge(batch, null, lines, progress);
    }

    /// @param fullAsOf the lines are all that was open on this day, so that what is absent is settled
    ///     (docs/decisions/0008); null: what is absent stays as it is
    @Transactional(propagation = Propagation.MANDATORY)
    public Merged merge(Batch batch, @Nullable LocalDate fullAsOf, Lines lines, Progress progress) throws IOException {
        var company = batch.company();
        WorkTables.drop(db);
        db.execute("set local work_mem = '128MB'");
        // A tenth of the usual sample is enough to plan by; the full one took a third of the time of an import.
        db.execute("set local default_statistics_target = 10");
        stage(batch.source(), lines);
        new LedgerKnown(db).advance(batch);
        progress.at("CUSTOMERS", 55);
        var customersCreated = customers.claimStaged(company.id());
        progress.at("LEDGER", 60);
        var unmatchedBefore = !periods.matched(company.id());
        var openingDay = openingDay();
        var year = periods.yearOf(batch, openingDay);
        var chained = chained(batch, year, openingDay);
        var states = chained.isEmpty() ? States.COUNT : OpeningChain.states(chained, year);
        var extent = new Extent(
                batch.importId(), company.id(), batch.source(), year, batch.from(), batch.to(), batch.mends());
        var totals = new LedgerDifference(db).apply(extent, states);
        if (batch.source() == Source.FEC) {
            periods.extend(extent);
            chain.apply(company.id(), chained);
        }
        var list = new WholeList(db);
        list.reopen(extent, totals);
        list.giveWay(extent);
        if (fullAsOf != null) {
            totals.put(Outcome.SETTLED, list.settle(extent, fullAsOf));
        }
        if (written(totals) > BULK) {
            db.execute(
                    "analyze (skip_locked) receivable.ledger_line (customer_id, id, company_id, fiscal_year, entry_date)");
        }
        var unmatched = !periods.matched(company.id());
        if (unmatched != unmatchedBefore) {
            db.execute("""
                    insert into touched select id from customer.customer where company_id = ? on conflict do nothing
                    """, company.id());
        }
        var touched = recompute(company, unmatched, pastDays(batch), progress);
        return new Merged(
                totals,
                year,
                customersCreated,
                touched,
                states.opening().isPresent() ? OpeningDifference.of(db, extent) : OpeningDifference.NONE,
                OpeningChain.hasGap(chained));
    }

    private static int written(Map<Outcome, Totals> totals) {
        return Stream.of(Outcome.CREATED, Outcome.CHANGED, Outcome.REMOVED)
                .mapToInt(outcome -> totals.getOrDefault(outcome, Totals.NONE).lines())
                .sum();
    }

    /// Terms and payment methods of customers changed: so do the due dates of their items.
    @EventListener
    @Transactional
    public void customersChanged(CustomersChanged change) {
        WorkTables.drop(db);
        db.execute("create temp table touched (customer_id bigint primary key) on commit drop");
        db.execute("insert into touched select distinct unnest(?::bigint[])", (Object)
                change.customerIds().toArray(Long[]::new));
        var company = companies.byId(change.companyId());
        recompute(company, !periods.matched(company.id()), List.of(), (phase, percent) -> {});
    }

    private void stage(Source source, Lines lines) throws IOException {
        db.execute(Staging.TABLE);
        var failure = new AtomicReference<@Nullable IOException>();
        db.connection(connection -> {
            var staging = new Staging(connection, source);
            try {
                lines.forEach(staging::add);
                staging.finish();
            } catch (IOException e) {
                failure.set(e);
            } finally {
                staging.close();
            }
        });
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        db.execute("analyze staged_line (line, fingerprint)");
    }

    private Optional<LocalDate> openingDay() {
        return Optional.ofNullable(db.fetchSingle("select min(entry_date) from staged_line where opening")
                .into(LocalDate.class));
    }

    private List<Period> chained(Batch batch, int year, Optional<LocalDate> openingDay) {
        return batch.source() == Source.FEC
                ? periods.with(batch.company().id(), new Period(year, batch.from(), batch.to(), openingDay))
                : List.of();
    }

    /// @return number of customers whose items were worked out again
    private int recompute(Company company, boolean unmatched, List<LocalDate> daysToCheck, Progress progress) {
        var customerIds = db.fetch("select customer_id from touched").into(Long.class);
        if (customerIds.isEmpty()) {
            return 0;
        }
        db.execute("analyze touched");
        progress.at("MATCHING", 70);
        new CarriedCodes(db).pass();
        var items = new ItemWriter(db);
        items.prepare(company);
        new Settlement(db).settle(unmatched);
        progress.at("ITEMS", 80);
        var together = new CompanyFacts(db);
        together.remember();
        items.write(businessDate.today(company.zone()));
        new DailyFacts(db).write();
        together.write();
        if (db.fetchSingle("select count(*) from work").into(int.class) > BULK) {
            db.execute(
                    "analyze (skip_locked) receivable.open_item (customer_id, id, company_id, settled_on, due_date, original)");
        }
        new BalanceCheck(db).verify(daysToCheck);
        progress.at("PLANNING", 90);
        events.publishEvent(new LedgerChanged(company.id(), customerIds));
        return customerIds.size();
    }

    /// Days anywhere in the file's extent, other ones for each import, the same when it is done again.
    private static List<LocalDate> pastDays(Batch batch) {
        var random = new Random(batch.importId());
        var days = (int) ChronoUnit.DAYS.between(batch.from(), batch.to()) + 1;
        return Stream.generate(() -> batch.from().plusDays(random.nextInt(days)))
                .limit(PAST_DAYS_CHECKED)
                .distinct()
                .toList();
    }
}
