package io.encours.receivable.interest;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// The claims of the customers of a company that the caller sees, as of a day.
///
/// @param customers where something accrued or was decided, by what is still claimable, the most first
/// @param provisional some rate is not published yet; the last known stands in
public record CompanyClaims(LocalDate asOf, String currency, List<Row> customers, boolean provisional) {

    /// A customer.
    ///
    /// @param items late ones, paid or not
    public record Row(String code, String name, int items, Amounts accrued, Amounts invoiced, Amounts waived) {

        public Amounts claimable() {
            return accrued.minus(invoiced).minus(waived);
        }
    }

    public Amounts accrued() {
        return sum(Row::accrued);
    }

    public Amounts invoiced() {
        return sum(Row::invoiced);
    }

    public Amounts waived() {
        return sum(Row::waived);
    }

    public Amounts claimable() {
        return sum(Row::claimable);
    }

    private Amounts sum(Function<Row, Amounts> part) {
        return customers.stream().map(part).reduce(Amounts.NONE, Amounts::plus);
    }
}
