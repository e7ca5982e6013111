package io.encours.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// *Jour de paiement* (E2): the payments of customers on each day of a month.
public record PaymentDays(YearMonth month, String currency, List<Day> days) implements Report {

    /// @param payments how many; those returned later are counted, but taken off the amount
    public record Day(LocalDate date, long payments, BigDecimal amount) {}
}
