package io.encours.reporting.export;

import io.encours.reporting.Activity;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.BalanceHistory;
import io.encours.reporting.CashForecast;
import io.encours.reporting.DisputeReport;
import io.encours.reporting.Dso;
import io.encours.reporting.Effectiveness;
import io.encours.reporting.PaymentDays;
import io.encours.reporting.PaymentDelay;
import io.encours.reporting.PromiseReport;
import io.encours.reporting.Report;
import io.encours.reporting.Schedule;
import io.encours.reporting.TurnoverAndPayments;
import io.encours.reporting.UnallocatedRate;
import io.encours.reporting.export.Column.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows and columns of each report, in words of a language.
///
/// @param words the text of a message key
record Sheets(Function<String, String> words) {

    private static final String COLUMN = "reporting.column.";

    Sheet of(Report report) {
        return switch (report) {
            case AgedBalance aged ->
                new Sheet(
                        aged(aged.buckets()),
                        aged.rows().stream().map(this::row).toList(),
                        total(aged.total()));
            case Dso dso -> of(dso);
            case PaymentDelay delay -> of(delay);
            case Effectiveness month -> of(month);
            case UnallocatedRate rate -> of(rate);
            case Schedule schedule -> of(schedule);
            case CashForecast forecast -> of(forecast);
            case DisputeReport disputes -> of(disputes);
            case Activity activity -> of(activity);
            case PromiseReport promises -> of(promises);
            case TurnoverAndPayments months -> of(months);
            case PaymentDays days -> of(days);
            case BalanceHistory history -> of(history);
        };
    }

    List<Column> aged(List<String> buckets) {
        var columns = new ArrayList<>(List.of(text("company"), text("code"), text("name")));
        buckets.forEach(bucket -> columns.add(
                new Column(bucket.equals("NOT_DUE") ? words.apply(COLUMN + "notDue") : bucket, Kind.AMOUNT)));
        columns.add(amount("unallocated"));
        columns.add(amount("total"));
        return columns;
    }

    List<@Nullable Object> row(AgedBalance.Row row) {
        return joined(
                cells(row.company(), row.key(), row.name()), row.amounts(), cells(row.unallocated(), row.total()));
    }

    List<@Nullable Object> total(AgedBalance.Amounts sums) {
        return joined(
                cells(words.apply(COLUMN + "total"), null, null),
                sums.amounts(),
                cells(sums.unallocated(), sums.total()));
    }

    private Sheet of(Dso dso) {
        var months = dso.months() == null ? List.<Dso.Month>of() : dso.months();
        var rows = new ArrayList<List<@Nullable Object>>();
        months.stream()
                .limit(Math.max(0, months.size() - 1))
                .map(month -> cells(
                        month.asOf(),
                        month.dso(),
                        month.bestPossibleDso(),
                        month.averageDaysDelinquent(),
                        null,
                        null,
                        null,
                        null))
                .forEach(rows::add);
        var reason = dso.reason();
        rows.add(cells(
                dso.asOf(),
                dso.dso(),
                dso.bestPossibleDso(),
                dso.averageDaysDelinquent(),
                dso.receivables(),
                dso.notDue(),
                dso.turnover(),
                reason == null ? null : words.apply(reason.messageKey())));
        return new Sheet(
                List.of(
                        date("asOf"),
                        days("dso"),
                        days("bestPossibleDso"),
                        days("averageDaysDelinquent"),
                        amount("receivables"),
                        amount("notDue"),
                        amount("turnover"),
                        text("reason")),
                rows,
                List.of());
    }

    private Sheet of(PaymentDelay delay) {
        var all = delay.company();
        return new Sheet(
                List.of(
                        text("company"),
                        text("code"),
                        text("name"),
                        days("averagePaymentDelay"),
                        number("invoices"),
                        days("weightedDelay"),
                        days("lateness"),
                        days("weightedLateness")),
                delay.rows().stream()
                        .map(row -> cells(
                                row.company(),
                                row.customer(),
                                row.name(),
                                row.days(),
                                row.invoices(),
                                row.weightedDays(),
                                row.lateness(),
                                row.weightedLateness()))
                        .toList(),
                cells(
                        words.apply(COLUMN + "total"),
                        null,
                        null,
                        all.days(),
                        all.invoices(),
                        all.weightedDays(),
                        all.lateness(),
                        all.weightedLateness()));
    }

    private Sheet of(Effectiveness month) {
        return new Sheet(
                List.of(
                        date("date"),
                        amount("toCollect"),
                        amount("collected"),
                        amount("remaining"),
                        percent("rate"),
                        amount("target"),
                        text("targetBasis")),
                month.days().stream()
                        .map(day -> cells(
                                day.date(),
                                month.toCollect(),
                                day.collected(),
                                month.toCollect().subtract(day.collected()),
                                day.rate(),
                                month.target().amount(),
                                words.apply(month.target().basis().messageKey())))
                        .toList(),
                List.of());
    }

    private Sheet of(UnallocatedRate rate) {
        return new Sheet(
                List.of(
                        date("from"),
                        date("to"),
                        amount("atStart"),
                        amount("added"),
                        amount("matched"),
                        amount("remaining"),
                        percent("rate")),
                List.of(cells(
                        rate.from(),
                        rate.to(),
                        rate.atStart(),
                        rate.added(),
                        rate.matched(),
                        rate.remaining(),
                        rate.rate())),
                List.of());
    }

    private Sheet of(Schedule schedule) {
        var columns = new ArrayList<>(List.of(text("code"), text("name"), amount("overdue")));
        schedule.months().forEach(month -> columns.add(new Column(month.toString(), Kind.AMOUNT)));
        columns.add(amount("later"));
        columns.add(amount("billsDue"));
        schedule.months()
                .forEach(month -> columns.add(new Column(words.apply(COLUMN + "bills") + " " + month, Kind.AMOUNT)));
        columns.addAll(List.of(amount("billsLater"), amount("credits"), amount("total")));
        var sums = schedule.total();
        return new Sheet(
                columns,
                schedule.rows().stream()
                        .map(row -> joined(
                                cells(row.customer(), row.name(), row.overdue()),
                                row.months(),
                                cells(row.later(), row.billsDue()),
                                row.bills(),
                                cells(row.billsLater(), row.credits(), row.total())))
                        .toList(),
                joined(
                        cells(words.apply(COLUMN + "total"), null, sums.overdue()),
                        sums.months(),
                        cells(sums.later(), sums.billsDue()),
                        sums.bills(),
                        cells(sums.billsLater(), sums.credits(), sums.total())));
    }

    private Sheet of(CashForecast forecast) {
        return new Sheet(
                List.of(
                        text("code"),
                        text("name"),
                        text("document"),
                        date("dueDate"),
                        date("expectedOn"),
                        amount("amount"),
                        text("reason"),
                        number("daysLate"),
                        text("offForecast")),
                forecast.items().stream()
                        .map(item -> cells(
                                item.customer(),
                                item.name(),
                                item.document(),
                                item.dueDate(),
                                item.expected(),
                                item.amount(),
                                words.apply(item.reason().messageKey()),
                                item.lateness(),
                                item.offForecast() ? words.apply(COLUMN + "offForecast") : null))
                        .toList(),
                cells(words.apply(COLUMN + "expected"), null, null, null, null, forecast.expected(), null, null, null));
    }

    private Sheet of(DisputeReport disputes) {
        return new Sheet(
                List.of(
                        text("code"),
                        text("name"),
                        text("document"),
                        text("agent"),
                        date("heardOn"),
                        number("daysOpen"),
                        amount("amount")),
                disputes.rows().stream()
                        .map(row -> cells(
                                row.customer(),
                                row.name(),
                                row.document(),
                                row.agent(),
                                row.heardOn(),
                                row.days(),
                                row.amount()))
                        .toList(),
                cells(words.apply(COLUMN + "total"), null, null, null, null, null, disputes.disputed()));
    }

    private Sheet of(Activity activity) {
        var sums = activity.total();
        return new Sheet(
                List.of(
                        text("agent"),
                        text("name"),
                        number("done"),
                        number("ignored"),
                        number("calls"),
                        number("emails"),
                        number("letters"),
                        number("messages"),
                        number("reached"),
                        number("promises"),
                        number("kept"),
                        amount("promised")),
                activity.rows().stream()
                        .map(row -> cells(
                                row.agent(),
                                row.name(),
                                row.done(),
                                row.ignored(),
                                row.calls(),
                                row.emails(),
                                row.letters(),
                                row.messages(),
                                row.reached(),
                                row.promises(),
                                row.kept(),
                                row.promised()))
                        .toList(),
                cells(
                        words.apply(COLUMN + "total"),
                        null,
                        sums.done(),
                        sums.ignored(),
                        sums.calls(),
                        sums.emails(),
                        sums.letters(),
                        sums.messages(),
                        sums.reached(),
                        sums.promises(),
                        sums.kept(),
                        sums.promised()));
    }

    private Sheet of(PromiseReport promises) {
        return new Sheet(
                List.of(
                        text("code"),
                        text("name"),
                        text("document"),
                        text("agent"),
                        date("heardOn"),
                        date("promisedFor"),
                        amount("amount"),
                        amount("paid"),
                        text("state")),
                promises.rows().stream()
                        .map(row -> cells(
                                row.customer(),
                                row.name(),
                                row.document(),
                                row.agent(),
                                row.heardOn(),
                                row.promisedFor(),
                                row.amount(),
                                row.paid(),
                                words.apply(row.state().messageKey())))
                        .toList(),
                List.of());
    }

    private Sheet of(TurnoverAndPayments months) {
        return new Sheet(
                List.of(text("month"), amount("turnover"), amount("due"), amount("received")),
                months.months().stream()
                        .map(month ->
                                cells(month.month().toString(), month.turnover(), month.expected(), month.received()))
                        .toList(),
                cells(
                        words.apply(COLUMN + "total"),
                        sum(months.months(), TurnoverAndPayments.Month::turnover),
                        sum(months.months(), TurnoverAndPayments.Month::expected),
                        sum(months.months(), TurnoverAndPayments.Month::received)));
    }

    private Sheet of(PaymentDays days) {
        return new Sheet(
                List.of(date("date"), number("payments"), amount("amount")),
                days.days().stream()
                        .map(day -> cells(day.date(), day.payments(), day.amount()))
                        .toList(),
                cells(
                        null,
                        days.days().stream()
                                .mapToLong(PaymentDays.Day::payments)
                                .sum(),
                        sum(days.days(), PaymentDays.Day::amount)));
    }

    private Sheet of(BalanceHistory history) {
        return new Sheet(
                List.of(
                        date("date"),
                        amount("overdue"),
                        amount("notDue"),
                        amount("credits"),
                        amount("total"),
                        amount("recomputed")),
                history.days().stream()
                        .map(day -> cells(
                                day.date(), day.overdue(), day.notDue(), day.credits(), day.total(), day.recomputed()))
                        .toList(),
                List.of());
    }

    private Column text(String name) {
        return new Column(words.apply(COLUMN + name), Kind.TEXT);
    }

    private Column date(String name) {
        return new Column(words.apply(COLUMN + name), Kind.DATE);
    }

    private Column amount(String name) {
        return new Column(words.apply(COLUMN + name), Kind.AMOUNT);
    }

    private Column days(String name) {
        return new Column(words.apply(COLUMN + name), Kind.DAYS);
    }

    private Column percent(String name) {
        return new Column(words.apply(COLUMN + name), Kind.PERCENT);
    }

    private Column number(String name) {
        return new Column(words.apply(COLUMN + name), Kind.NUMBER);
    }

    private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
        return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static List<@Nullable Object> joined(List<?>... parts) {
        var cells = new ArrayList<@Nullable Object>();
        for (var part : parts) {
            cells.addAll(part);
        }
        return cells;
    }
}
