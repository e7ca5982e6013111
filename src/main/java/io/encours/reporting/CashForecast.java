package io.encours.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When money is expected (*prévision des encaissements*, R5), item by item and with the reason, added up by
/// week and month.
///
/// @param offForecast expected by now and not paid: no day can be told
/// @param excluded doubtful customers (416) and litigation
/// @param credits of the customers, which may be set off
/// @param items claims, the first expected first; those off forecast, then those excluded, last
/// @param next cursor of the claims that follow, when only some were asked
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CashForecast(
        LocalDate asOf,
        String currency,
        BigDecimal expected,
        BigDecimal offForecast,
        BigDecimal excluded,
        BigDecimal credits,
        List<Week> weeks,
        List<Month> months,
        List<Item> items,
        @Nullable String next)
        implements Report {

    /// Why an item is expected on its day.
    public enum Reason {
        /// The customer promised this day.
        PROMISE,
        /// Due date and mean lateness of the customer.
        CUSTOMER_LATENESS,
        /// Due date and mean lateness of all customers of the company: this one has paid nothing yet.
        COMPANY_LATENESS,
        /// Due date: nobody has paid anything yet.
        DUE_DATE,
        /// A bill of exchange comes in on its due date.
        BILL,
        /// In litigation: not expected.
        LITIGATION;

        public String messageKey() {
            return "reporting.forecast.reason." + name();
        }
    }

    /// @param begins a Monday
    public record Week(LocalDate begins, BigDecimal amount) {}

    public record Month(YearMonth month, BigDecimal amount) {}

    /// @param expected null: off forecast, or excluded
    /// @param lateness days added to the due date, where the reason is a lateness
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String id,
            String company,
            String customer,
            String name,
            String document,
            LocalDate dueDate,
            BigDecimal amount,
            Reason reason,
            @Nullable Integer lateness,
            @JsonInclude @Nullable LocalDate expected,
            boolean offForecast) {}
}
