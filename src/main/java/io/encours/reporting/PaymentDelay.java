package io.encours.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.encours.prediction.Behaviour;
import io.encours.prediction.DelayReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Average payment delay (*DMP*, D2) of each customer and of all together; days have one decimal, null: nothing
/// was paid.
///
/// @param reference what `days` and `weightedDays` count from (D3)
/// @param company of all customers of the caller in the company, whichever customer was asked for
/// @param months of the payments of each of the last twelve months, when asked for
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentDelay(
        DelayReference reference,
        LocalDate asOf,
        @Nullable LocalDate from,
        List<Row> rows,
        Means company,
        @Nullable List<Month> months)
        implements Report {

    /// @param days mean over paid invoices, each once, on the day nothing remained of it
    /// @param weightedDays mean over payments, weighted by amount
    /// @param lateness as `days`, from the due date whatever the reference is; negative: early
    /// @param weightedLateness as `weightedDays`, from the due date
    public record Means(
            @Nullable BigDecimal days,
            long invoices,
            @Nullable BigDecimal weightedDays,
            @Nullable BigDecimal lateness,
            @Nullable BigDecimal weightedLateness) {

        static Means of(Behaviour behaviour, DelayReference reference) {
            return new Means(
                    behaviour.delay(reference),
                    behaviour.invoices(),
                    behaviour.weightedDelay(reference),
                    behaviour.lateness(),
                    behaviour.weightedLateness());
        }
    }

    /// A customer, see `Means`.
    ///
    /// @param company,customer codes
    public record Row(
            String company,
            String customer,
            String name,
            @Nullable BigDecimal days,
            long invoices,
            @Nullable BigDecimal weightedDays,
            @Nullable BigDecimal lateness,
            @Nullable BigDecimal weightedLateness) {

        static Row of(String company, String customer, String name, Means means) {
            return new Row(
                    company,
                    customer,
                    name,
                    means.days,
                    means.invoices,
                    means.weightedDays,
                    means.lateness,
                    means.weightedLateness);
        }
    }

    public record Month(
            YearMonth month,
            @Nullable BigDecimal days,
            long invoices,
            @Nullable BigDecimal lateness) {}

    PaymentDelay with(List<Month> curve) {
        return new PaymentDelay(reference, asOf, from, rows, company, curve);
    }
}
