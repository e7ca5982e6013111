package io.encours.platform.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers, money and dates as people of a language write them: `1 234,56 €` with a narrow no-break space between
/// thousands and a no-break space before the sign, dd/MM/yyyy; a true minus sign, as wide as a digit.
public record Formats(Locale locale) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /// With the sign of the currency.
    public String money(BigDecimal amount, String currency) {
        var format = NumberFormat.getCurrencyInstance(locale);
        var unit = Currency.getInstance(currency);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        return withMinus(format.format(amount));
    }

    /// Without the sign, for columns whose header names the currency.
    public String amount(BigDecimal amount) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return withMinus(format.format(amount));
    }

    /// With one decimal: days, rates.
    public String decimal(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return withMinus(format.format(number));
    }

    public String number(long number) {
        return withMinus(NumberFormat.getIntegerInstance(locale).format(number));
    }

    /// A rate in percent, `12,15 %`, with at least two decimals.
    public String percent(BigDecimal percent) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(4);
        return withMinus(format.format(percent.movePointLeft(2)));
    }

    /// A rate in percent with one decimal, `62,4 %`.
    public String rate(BigDecimal percent) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return withMinus(format.format(percent.movePointLeft(2)));
    }

    private static String withMinus(String text) {
        return text.replace('-', '\u2212');
    }

    /// As `11/2026`.
    public String month(YearMonth month) {
        return month.format(MONTH);
    }

    /// Short, as `nov.`
    public String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : DAY_FIRST.format(date);
    }

    /// Day and month, where the year is plain from the context.
    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd/MM").format(date);
    }

    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(zone).format(instant);
    }
}
