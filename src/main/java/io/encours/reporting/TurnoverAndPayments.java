package io.encours.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// *Évolution CA et paiement* (E1): twelve rolling months, with tax.
///
/// @param months the oldest first; the last is that of the day, up to it
public record TurnoverAndPayments(LocalDate asOf, String currency, List<Month> months) implements Report {

    /// @param turnover invoices less credit notes, by their date
    /// @param expected what invoices fall due for, by due date, whatever was paid of them since
    /// @param received payments less those returned, by the day they are in the ledger
    public record Month(
            YearMonth month,
            BigDecimal turnover,
            BigDecimal expected,
            BigDecimal received,
            BigDecimal turnoverThousands,
            BigDecimal expectedThousands,
            BigDecimal receivedThousands) {

        static Month of(YearMonth month, BigDecimal turnover, BigDecimal expected, BigDecimal received) {
            return new Month(
                    month, turnover, expected, received, thousands(turnover), thousands(expected), thousands(received));
        }
    }

    /// In thousands, rounded up: 12 001 is 13 (E1).
    public static BigDecimal thousands(BigDecimal amount) {
        return amount.movePointLeft(3).setScale(0, RoundingMode.CEILING);
    }
}
