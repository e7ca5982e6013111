package io.encours.reporting;

import io.encours.prediction.Behaviour;
import io.encours.prediction.DelayReference;
import io.encours.prediction.PaymentBehaviours;
import io.encours.prediction.PredictionOptions;
import io.encours.reporting.PaymentDelay.Means;
import io.encours.reporting.PaymentDelay.Month;
import io.encours.reporting.PaymentDelay.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The report on average payment delay (D2, kpi.md §7): over everything that was paid up to a day, or in a span.
@Service
public class PaymentDelays {

    private static final int MONTHS = 12;

    private final PaymentBehaviours behaviours;
    private final PredictionOptions options;
    private final KeptBehaviours kept;

    PaymentDelays(PaymentBehaviours behaviours, PredictionOptions options, KeptBehaviours kept) {
        this.behaviours = behaviours;
        this.options = options;
        this.kept = kept;
    }

    /// @param reference null: that of the settings
    /// @param from only what was paid from this day on; null: all
    public PaymentDelay of(
            Extent extent, @Nullable DelayReference reference, @Nullable LocalDate from, LocalDate asOf) {
        var counted = Objects.requireNonNullElseGet(
                reference, () -> options.reference(extent.company().id()));
        // Over everything paid the kept sums tell, unless they know more than the day.
        var everybody = extent.withoutCustomer().customers();
        var isKept = from == null && kept.tell(extent, asOf);
        var paid = isKept ? behaviours.kept(extent.customers()) : behaviours.paid(extent.customers(), from, asOf);
        var company = extent.customerId() == null
                ? together(paid)
                : isKept ? behaviours.together(everybody) : together(behaviours.paid(everybody, from, asOf));
        var rows = paid.stream()
                .map(row -> Row.of(row.company(), row.customer(), row.name(), Means.of(row.behaviour(), counted)))
                .toList();
        return new PaymentDelay(counted, asOf, from, rows, Means.of(company, counted), null);
    }

    private static Behaviour together(List<PaymentBehaviours.Row> rows) {
        return rows.stream().map(PaymentBehaviours.Row::behaviour).reduce(Behaviour.NONE, Behaviour::plus);
    }

    /// The last twelve months, the oldest first, that of the day included.
    public List<Month> months(Extent extent, @Nullable DelayReference reference, LocalDate asOf) {
        var counted = Objects.requireNonNullElseGet(
                reference, () -> options.reference(extent.company().id()));
        var last = YearMonth.from(asOf);
        var found = behaviours.byMonth(extent.customers(), last.minusMonths(MONTHS - 1L), asOf);
        return IntStream.iterate(MONTHS - 1, back -> back >= 0, back -> back - 1)
                .mapToObj(last::minusMonths)
                .map(month -> {
                    var paid = found.getOrDefault(month, Behaviour.NONE);
                    return new Month(month, paid.delay(counted), paid.invoices(), paid.lateness());
                })
                .toList();
    }
}
