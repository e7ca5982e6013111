package io.encours.reporting;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;

import io.encours.platform.RowId;
import io.encours.prediction.Behaviour;
import io.encours.prediction.PaymentBehaviours;
import io.encours.receivable.ItemKind;
import io.encours.receivable.OpenParts;
import io.encours.reporting.CashForecast.Item;
import io.encours.reporting.CashForecast.Month;
import io.encours.reporting.CashForecast.Reason;
import io.encours.reporting.CashForecast.Week;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The forecast of receipts by rule (R5): a promised item on the promised day, a bill of exchange on its due
/// date, every
/// other on its due date and the customer's mean lateness, whatever the reference of the payment delay is (D3).
/// What should have come in by now is off forecast. Doubtful customers (416) are left out.
@Service
public class CashForecasts {

    private static final Field<LocalDate> PROMISED = field(DSL.name("promise", "until"), LocalDate.class);

    private final DSLContext db;
    private final PaymentBehaviours behaviours;

    /// Days late of customers, and of the company where a customer is not known to have paid.
    private record Lateness(
            Map<Long, Integer> ofCustomers, @Nullable Integer ofCompany) {}

    CashForecasts(DSLContext db, PaymentBehaviours behaviours) {
        this.db = db;
        this.behaviours = behaviours;
    }

    public CashForecast of(Extent extent, LocalDate asOf) {
        var lateness = lateness(extent, asOf);
        var items = db.select(
                        OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID, OPEN_ITEM.DOCUMENT, OPEN_ITEM.DUE_DATE, OPEN_ITEM.KIND)
                .select(OPEN_ITEM.CONTROL_ACCOUNT, CUSTOMER_.CODE, CUSTOMER_.NAME, COMPANY_.CODE)
                .select(DSL.sum(OpenParts.AMOUNT).as("remaining"), max(PROMISED).as("promised"))
                .from(OpenParts.asOf(
                        asOf, OPEN_ITEM.COMPANY_ID.in(extent.companyIds()).and(extent.covers(OPEN_ITEM.CUSTOMER_ID))))
                .join(OPEN_ITEM)
                .on(OPEN_ITEM.CUSTOMER_ID.eq(OpenParts.CUSTOMER_ID))
                .and(OPEN_ITEM.ID.eq(OpenParts.ITEM_ID))
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(OPEN_ITEM.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .leftJoin(HeardPromises.latest(asOf).asTable("promise", "customer_id", "item_id", "until"))
                .on(field(DSL.name("promise", "customer_id"), Long.class).eq(OPEN_ITEM.CUSTOMER_ID))
                .and(field(DSL.name("promise", "item_id"), Long.class).eq(OPEN_ITEM.ID))
                .groupBy(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID, CUSTOMER_.ID, COMPANY_.ID)
                .fetch();
        var credits = items.stream()
                .map(row -> row.get("remaining", BigDecimal.class))
                .filter(amount -> amount.signum() < 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var claims = items.stream()
                .filter(row -> row.get("remaining", BigDecimal.class).signum() > 0)
                .map(row -> item(row, extent, asOf, lateness))
                .sorted(Comparator.comparing(CashForecasts::order)
                        .thenComparing(Item::dueDate)
                        .thenComparing(Item::id))
                .toList();
        return new CashForecast(
                asOf,
                extent.currency(),
                sum(extent, claims, item -> item.expected() != null),
                sum(extent, claims, Item::offForecast),
                sum(extent, claims, item -> item.reason() == Reason.LITIGATION),
                extent.money(credits),
                weeks(claims),
                months(claims),
                claims);
    }

    private static Item item(Record row, Extent extent, LocalDate asOf, Lateness lateness) {
        var dueDate = row.get(OPEN_ITEM.DUE_DATE);
        var promised = row.get("promised", LocalDate.class);
        var own = lateness.ofCustomers().get(row.get(OPEN_ITEM.CUSTOMER_ID));
        var reason = reason(row, promised, own, lateness);
        var late = switch (reason) {
            case CUSTOMER_LATENESS -> own;
            case COMPANY_LATENESS -> lateness.ofCompany();
            case PROMISE, DUE_DATE, BILL, LITIGATION -> null;
        };
        var day = promised != null ? promised : dueDate.plusDays(late == null ? 0 : late);
        var excluded = reason == Reason.LITIGATION;
        var off = !excluded && day.isBefore(asOf);
        return new Item(
                new RowId(row.get(OPEN_ITEM.CUSTOMER_ID), row.get(OPEN_ITEM.ID)).toString(),
                row.get(COMPANY_.CODE),
                row.get(CUSTOMER_.CODE),
                row.get(CUSTOMER_.NAME),
                row.get(OPEN_ITEM.DOCUMENT),
                dueDate,
                extent.money(row.get("remaining", BigDecimal.class)),
                reason,
                late,
                excluded || off ? null : day,
                off);
    }

    private static Reason reason(Record row, @Nullable LocalDate promised, @Nullable Integer own, Lateness lateness) {
        if (row.get(OPEN_ITEM.CONTROL_ACCOUNT).startsWith("416")) {
            return Reason.LITIGATION;
        }
        if (promised != null) {
            return Reason.PROMISE;
        }
        if (row.get(OPEN_ITEM.KIND).equals(ItemKind.BILL.name())) {
            return Reason.BILL;
        }
        if (own != null) {
            return Reason.CUSTOMER_LATENESS;
        }
        return lateness.ofCompany() == null ? Reason.DUE_DATE : Reason.COMPANY_LATENESS;
    }

    private Lateness lateness(Extent extent, LocalDate asOf) {
        var rows = behaviours.paid(extent.withoutCustomer().customers(), null, asOf);
        return new Lateness(
                rows.stream()
                        .filter(row -> row.behaviour().invoices() > 0)
                        .collect(Collectors.toMap(PaymentBehaviours.Row::customerId, row -> days(row.behaviour()))),
                rows.stream()
                        .map(PaymentBehaviours.Row::behaviour)
                        .reduce(Behaviour::plus)
                        .filter(all -> all.invoices() > 0)
                        .map(CashForecasts::days)
                        .orElse(null));
    }

    /// Whole days, of half a day the later.
    private static Integer days(Behaviour behaviour) {
        var lateness = behaviour.lateness();
        return lateness == null ? 0 : lateness.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static LocalDate order(Item item) {
        var expected = item.expected();
        return expected != null ? expected : item.offForecast() ? LocalDate.MAX.minusDays(1) : LocalDate.MAX;
    }

    private static List<Week> weeks(List<Item> items) {
        var weeks = new TreeMap<LocalDate, BigDecimal>();
        for (var item : items) {
            var day = item.expected();
            if (day != null) {
                weeks.merge(
                        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), item.amount(), BigDecimal::add);
            }
        }
        return weeks.entrySet().stream()
                .map(week -> new Week(week.getKey(), week.getValue()))
                .toList();
    }

    private static List<Month> months(List<Item> items) {
        var months = new TreeMap<YearMonth, BigDecimal>();
        for (var item : items) {
            var day = item.expected();
            if (day != null) {
                months.merge(YearMonth.from(day), item.amount(), BigDecimal::add);
            }
        }
        return months.entrySet().stream()
                .map(month -> new Month(month.getKey(), month.getValue()))
                .toList();
    }

    private static BigDecimal sum(Extent extent, List<Item> items, Predicate<Item> which) {
        return extent.money(items.stream().filter(which).map(Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
