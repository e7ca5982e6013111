package io.encours.reporting;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;

import io.encours.receivable.ItemKind;
import io.encours.receivable.OpenParts;
import io.encours.reporting.Schedule.Amounts;
import io.encours.reporting.Schedule.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The schedule of what falls due, month by month, with bills of exchange in circulation in their month and the
/// credit that becomes available (R3), as of any day.
@Service
public class Schedules {

    /// The month of the day and five more, when nothing else is asked.
    public static final int USUAL_MONTHS = 6;

    private final DSLContext db;

    Schedules(DSLContext db) {
        this.db = db;
    }

    /// @param count of months, that of the day included
    public Schedule of(Extent extent, LocalDate asOf, int count) {
        var first = YearMonth.from(asOf);
        var months = IntStream.range(0, count).mapToObj(first::plusMonths).toList();
        var fields = fields(asOf, months);
        var rows = db.select(CUSTOMER_.CODE, CUSTOMER_.NAME, CUSTOMER_.CREDIT_LIMIT, COMPANY_.CODE)
                .select(fields)
                .from(OpenParts.asOf(
                        asOf, OPEN_ITEM.COMPANY_ID.in(extent.companyIds()).and(extent.covers(OPEN_ITEM.CUSTOMER_ID))))
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(OpenParts.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .groupBy(CUSTOMER_.ID, COMPANY_.ID)
                .having(or(fields.stream()
                        .map(field -> field.ne(inline(BigDecimal.ZERO)))
                        .toList()))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .fetch(row -> row(row, extent, fields, count));
        return new Schedule(asOf, extent.currency(), months, rows, total(extent, rows, count));
    }

    /// Overdue, the months, later; the same of bills; credits.
    private static List<Field<BigDecimal>> fields(LocalDate asOf, List<YearMonth> months) {
        var bill = OpenParts.KIND.eq(inline(ItemKind.BILL.name()));
        var fields = new ArrayList<Field<BigDecimal>>();
        for (var kind : List.of(not(bill), bill)) {
            fields.add(claims(kind, OpenParts.DUE_DATE.lt(asOf)));
            for (var month : months) {
                var from = month.equals(months.getFirst()) ? asOf : month.atDay(1);
                fields.add(claims(kind, OpenParts.DUE_DATE.between(from, month.atEndOfMonth())));
            }
            fields.add(claims(kind, OpenParts.DUE_DATE.gt(months.getLast().atEndOfMonth())));
        }
        fields.add(coalesce(DSL.sum(OpenParts.AMOUNT).filterWhere(OpenParts.CLAIM.isFalse()), inline(BigDecimal.ZERO)));
        return fields;
    }

    private static Field<BigDecimal> claims(Condition kind, Condition due) {
        return coalesce(
                DSL.sum(OpenParts.AMOUNT)
                        .filterWhere(OpenParts.CLAIM.isTrue().and(kind).and(due)),
                inline(BigDecimal.ZERO));
    }

    private static Row row(Record row, Extent extent, List<Field<BigDecimal>> fields, int count) {
        var sums = fields.stream().map(row::get).map(extent::money).toList();
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

    private static Amounts total(Extent extent, List<Row> rows, int count) {
        return new Amounts(
                sum(extent, rows, Row::overdue),
                each(extent, rows, Row::months, count),
                sum(extent, rows, Row::later),
                sum(extent, rows, Row::billsDue),
                each(extent, rows, Row::bills, count),
                sum(extent, rows, Row::billsLater),
                sum(extent, rows, Row::credits),
                sum(extent, rows, Row::total));
    }

    private static List<BigDecimal> each(
            Extent extent, List<Row> rows, Function<Row, List<BigDecimal>> amounts, int count) {
        return IntStream.range(0, count)
                .mapToObj(month -> sum(extent, rows, row -> amounts.apply(row).get(month)))
                .toList();
    }

    private static BigDecimal sum(Extent extent, List<Row> rows, Function<Row, BigDecimal> amount) {
        return extent.money(rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
