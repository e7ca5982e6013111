package io.encours.reporting;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import io.encours.platform.Cursor;
import io.encours.receivable.ItemKind;
import io.encours.receivable.OpenParts;
import io.encours.reporting.Schedule.Amounts;
import io.encours.reporting.Schedule.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The schedule of what falls due, month by month, with bills of exchange in circulation in their month and the
/// credit that becomes available (R3), as of any day.
@Service
public class Schedules {

    /// The month of the day and five more, when nothing else is asked.
    public static final int USUAL_MONTHS = 6;

    private static final String SUMS = "due";

    private final DSLContext db;

    Schedules(DSLContext db) {
        this.db = db;
    }

    /// All customers, by name. Those with nothing open are left out.
    ///
    /// @param count of months, that of the day included
    public Schedule of(Extent extent, LocalDate asOf, int count) {
        var months = months(asOf, count);
        var sums = db.select(OpenParts.CUSTOMER_ID)
                .select(fields(asOf, months))
                .from(parts(extent, asOf, extent.items()))
                .groupBy(OpenParts.CUSTOMER_ID)
                .asTable(SUMS);
        var rows = db.select(CUSTOMER_.CODE, CUSTOMER_.NAME, CUSTOMER_.CREDIT_LIMIT, COMPANY_.CODE)
                .select(columns(count))
                .from(sums)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(field(name(SUMS, "customer_id"), Long.class)))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .where(isSomething(count))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .fetch(row -> row(row, extent, count));
        return new Schedule(asOf, extent.currency(), months, rows, total(extent, asOf, months), null);
    }

    /// Some customers in the order of their names, with the total of all: costs the same however many there are.
    public Schedule page(Extent extent, LocalDate asOf, int count, @Nullable String cursor, int limit) {
        var months = months(asOf, count);
        var own = lateral(select(fields(asOf, months))
                        .from(parts(
                                extent,
                                asOf,
                                OPEN_ITEM
                                        .CUSTOMER_ID
                                        .eq(CUSTOMER_.ID)
                                        .and(OPEN_ITEM.COMPANY_ID.eq(CUSTOMER_.COMPANY_ID)))))
                .as(SUMS);
        var found = db.select(CUSTOMER_.ID, CUSTOMER_.CODE, CUSTOMER_.NAME, CUSTOMER_.CREDIT_LIMIT, COMPANY_.CODE)
                .select(columns(count))
                .from(CUSTOMER_)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .join(own)
                .on(isSomething(count))
                .where(extent.customers())
                .and(cursor == null ? DSL.noCondition() : after(Cursor.parse(cursor, 2)))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .limit(limit + 1)
                .fetch();
        var last = found.size() <= limit ? null : found.get(limit - 1);
        return new Schedule(
                asOf,
                extent.currency(),
                months,
                found.stream().limit(limit).map(row -> row(row, extent, count)).toList(),
                total(extent, asOf, months),
                last == null
                        ? null
                        : Cursor.after(last.get(CUSTOMER_.NAME), last.get(CUSTOMER_.ID))
                                .toString());
    }

    private static List<YearMonth> months(LocalDate asOf, int count) {
        var first = YearMonth.from(asOf);
        return IntStream.range(0, count).mapToObj(first::plusMonths).toList();
    }

    private Table<?> parts(Extent extent, LocalDate asOf, Condition items) {
        return extent.isNow(db, asOf) ? OpenParts.now(asOf, items) : OpenParts.asOf(asOf, items);
    }

    /// Overdue, the months, later; the same of bills; credits.
    private static List<Field<BigDecimal>> fields(LocalDate asOf, List<YearMonth> months) {
        var bill = OpenParts.KIND.eq(inline(ItemKind.BILL.name()));
        var claim = OpenParts.CLAIM.isTrue();
        return named(
                which(claim.andNot(bill), claim.and(bill), OpenParts.CLAIM.isFalse(), OpenParts.DUE_DATE, asOf, months)
                        .stream()
                        .map(of -> coalesce(DSL.sum(OpenParts.AMOUNT).filterWhere(of), inline(BigDecimal.ZERO)))
                        .toList());
    }

    /// Of all customers of the extent, from facts.
    private Amounts total(Extent extent, LocalDate asOf, List<YearMonth> months) {
        var bill = Fact.ACCOUNT.eq(inline("BILL"));
        var fields = named(
                which(Fact.CLAIM.andNot(bill), Fact.CLAIM.and(bill), Fact.CREDIT, Fact.ON_DATE, asOf, months).stream()
                        .map(Fact::total)
                        .toList());
        var sums = db.select(fields)
                .from(extent.facts())
                .where(Fact.DAY.le(asOf), Fact.BALANCE)
                .fetchSingle(row -> amounts(row, extent, months.size()));
        var count = months.size();
        return new Amounts(
                sums.getFirst(),
                sums.subList(1, count + 1),
                sums.get(count + 1),
                sums.get(count + 2),
                sums.subList(count + 3, 2 * count + 3),
                sums.get(2 * count + 3),
                sums.getLast(),
                extent.money(sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /// In the order of the columns: claims and bills by the time they fall due, credits.
    private static List<Condition> which(
            Condition claims,
            Condition bills,
            Condition credits,
            Field<LocalDate> due,
            LocalDate asOf,
            List<YearMonth> months) {
        var which = new ArrayList<Condition>();
        for (var kind : List.of(claims, bills)) {
            which.add(kind.and(due.lt(asOf)));
            for (var month : months) {
                var from = month.equals(months.getFirst()) ? asOf : month.atDay(1);
                which.add(kind.and(due.between(from, month.atEndOfMonth())));
            }
            which.add(kind.and(due.gt(months.getLast().atEndOfMonth())));
        }
        which.add(credits);
        return which;
    }

    private static List<Field<BigDecimal>> named(List<Field<BigDecimal>> fields) {
        return IntStream.range(0, fields.size())
                .mapToObj(place -> fields.get(place).as(column(place)))
                .toList();
    }

    private static List<Field<BigDecimal>> columns(int count) {
        return IntStream.range(0, size(count)).mapToObj(Schedules::summed).toList();
    }

    private static Condition isSomething(int count) {
        return or(IntStream.range(0, size(count))
                .mapToObj(place -> summed(place).ne(inline(BigDecimal.ZERO)))
                .toList());
    }

    /// Columns of so many months.
    private static int size(int count) {
        return 2 * (count + 2) + 1;
    }

    private static Field<BigDecimal> summed(int place) {
        return field(name(SUMS, column(place)), BigDecimal.class);
    }

    private static String column(int place) {
        return "sum_" + place;
    }

    private static List<BigDecimal> amounts(Record row, Extent extent, int count) {
        return IntStream.range(0, size(count))
                .mapToObj(place -> extent.money(row.get(column(place), BigDecimal.class)))
                .toList();
    }

    private static Condition after(Cursor cursor) {
        return DSL.row(CUSTOMER_.NAME, CUSTOMER_.ID).gt(cursor.text(0), cursor.number(1));
    }

    private static Row row(Record row, Extent extent, int count) {
        var sums = amounts(row, extent, count);
        var months = sums.subList(1, count + 1);
        var bills = sums.subList(count + 3, 2 * count + 3);
        var total = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var limit = row.get(CUSTOMER_.CREDIT_LIMIT);
        return new Row(
                row.get(COMPANY_.CODE),
                row.get(CUSTOMER_.CODE),
                row.get(CUSTOMER_.NAME),
                sums.getFirst(),
                List.copyOf(months),
                sums.get(count + 1),
                sums.get(count + 2),
                List.copyOf(bills),
                sums.get(2 * count + 3),
                sums.getLast(),
                total,
                limit == null ? null : extent.money(limit),
                available(extent, limit, total.subtract(sums.getFirst()).subtract(sums.get(count + 2)), months, bills));
    }

    /// @param owed after what is overdue was paid
    private static @Nullable List<BigDecimal> available(
            Extent extent,
            @Nullable BigDecimal limit,
            BigDecimal owed,
            List<BigDecimal> months,
            List<BigDecimal> bills) {
        if (limit == null) {
            return null;
        }
        var available = new ArrayList<BigDecimal>();
        var left = owed;
        for (var month = 0; month < months.size(); month++) {
            left = left.subtract(months.get(month)).subtract(bills.get(month));
            available.add(extent.money(limit.subtract(left)));
        }
        return available;
    }
}
