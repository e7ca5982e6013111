package io.encours.reporting.web;

import io.encours.platform.web.Page;
import io.encours.reporting.web.Sheet.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Figures as cells and words of a report, in the user's language.
record Cells(Page page) {

    /// Where nothing is to be said.
    private static final String NOTHING = "\u2014";

    Cell text(String text) {
        return new Cell(text, false, null, null, "");
    }

    Cell quiet(String text) {
        return new Cell(text, false, null, null, "quiet");
    }

    Cell link(String text, @Nullable String href) {
        return new Cell(text, false, null, href, "strong");
    }

    Cell date(@Nullable LocalDate date) {
        return new Cell(date == null ? NOTHING : page.date(date), false, null, null, "");
    }

    Cell amount(BigDecimal amount) {
        return amount(amount, null);
    }

    Cell amount(BigDecimal amount, @Nullable String href) {
        return new Cell(
                page.amount(amount),
                true,
                amount.toPlainString(),
                amount.signum() == 0 ? null : href,
                amount.signum() < 0 ? "red" : amount.signum() == 0 ? "quiet" : "");
    }

    Cell count(long count) {
        return new Cell(page.number(count), true, Long.toString(count), null, count == 0 ? "quiet" : "");
    }

    Cell decimal(@Nullable BigDecimal number) {
        return number == null
                ? new Cell(NOTHING, true, null, null, "quiet")
                : new Cell(page.decimal(number), true, number.toPlainString(), null, "");
    }

    Cell rate(BigDecimal percent) {
        return new Cell(percent(percent), true, percent.toPlainString(), null, percent.signum() == 0 ? "quiet" : "");
    }

    Cell none() {
        return new Cell("", true, null, null, "quiet");
    }

    String percent(BigDecimal percent) {
        return page.t("reporting.page.percent", page.decimal(percent));
    }

    String days(BigDecimal days) {
        return page.t("reporting.page.days", page.decimal(days));
    }

    /// `nov. 2026`.
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL yyyy", page.formats().locale()).format(month);
    }

    /// `novembre 2026`.
    String longMonth(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", page.formats().locale()).format(month);
    }

    /// Of the name of a bucket: `1-30`.
    String bucket(String name) {
        if (name.equals("NOT_DUE")) {
            return page.t("reporting.page.notDue");
        }
        return name.endsWith("+")
                ? page.t("reporting.page.bucketOver", name.substring(0, name.length() - 1))
                : page.t("reporting.page.bucket", name.replace("-", "\u2013"));
    }

    String collector(String login, String name) {
        return login.isEmpty() || name.isEmpty() ? page.t("reporting.page.noCollector") : name;
    }
}
