package io.encours.overview;

import io.encours.customer.Customer;
import io.encours.prediction.Behaviour;
import io.encours.prediction.PaymentBehaviours;
import io.encours.prediction.PredictionOptions;
import io.encours.reporting.Dsos;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// DSO and average payment delay beside the position of customers (C2, D1, D2), in a few queries for all of a page.
@Service
public class Behaviours {

    /// In days, one decimal; null: cannot be computed, or nothing was paid yet.
    public record Figures(
            @Nullable BigDecimal dso, @Nullable BigDecimal averagePaymentDelay) {

        public static final Figures NONE = new Figures(null, null);
    }

    private final Dsos dsos;
    private final PaymentBehaviours behaviours;
    private final PredictionOptions options;

    Behaviours(Dsos dsos, PaymentBehaviours behaviours, PredictionOptions options) {
        this.dsos = dsos;
        this.behaviours = behaviours;
        this.options = options;
    }

    /// By the id of the customer, of customers the caller has already read within their scope.
    public Map<Long, Figures> of(Collection<Customer> customers, LocalDate today) {
        var paid = behaviours.of(customers.stream().map(Customer::id).toList());
        var found = new HashMap<Long, Figures>();
        customers.stream().collect(Collectors.groupingBy(Customer::companyId)).forEach((company, own) -> {
            var dso = dsos.of(company, own.stream().map(Customer::id).toList(), today);
            var reference = options.reference(company);
            own.forEach(customer -> found.put(
                    customer.id(),
                    new Figures(
                            dso.get(customer.id()),
                            paid.getOrDefault(customer.id(), Behaviour.NONE).delay(reference))));
        });
        return found;
    }
}
