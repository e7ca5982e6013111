package io.encours.overview.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.encours.customer.Customer;
import io.encours.overview.Behaviours.Figures;
import io.encours.platform.Money;
import io.encours.receivable.Position;
import io.encours.strategy.Followed;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A customer as the API writes it: the master data and the position.
///
/// @param strategy of its own
/// @param follows the strategy in force and on what ground; absent in lists
record CustomerAnswer(
        String company,
        String code,
        String name,
        @Nullable String siren,
        @Nullable String siret,
        @Nullable String vatNumber,
        @Nullable String group,
        @Nullable String agent,
        @Nullable String associatedPerson,
        @Nullable String site,
        String language,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String postalCode,
        @Nullable String city,
        String country,
        @Nullable String paymentTerms,
        @Nullable String paymentMethod,
        @Nullable String creditLimit,
        @Nullable String riskClass,
        @Nullable String strategy,
        PositionAnswer position,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Followed follows) {

    /// @param unallocated payments that settle nothing yet, negative or 0, as are credit notes and deposits
    /// @param available credit limit less balance; null without a limit
    /// @param dso in days, by the method of the company; null: cannot be computed
    /// @param averagePaymentDelay in days, counted from what the company has chosen; null: nothing was paid yet
    record PositionAnswer(
            String currency,
            String balance,
            String overdue,
            String notDue,
            String unallocated,
            String creditNotes,
            String deposits,
            @Nullable String creditLimit,
            @Nullable String available,
            @Nullable String dso,
            @Nullable String averagePaymentDelay,
            @Nullable String riskClass) {

        static PositionAnswer of(
                Position position, @Nullable BigDecimal limit, @Nullable String riskClass, Figures figures) {
            var currency = position.currency();
            return new PositionAnswer(
                    currency,
                    plain(position.balance(), currency),
                    plain(position.overdue(), currency),
                    plain(position.notDue(), currency),
                    plain(position.unallocated(), currency),
                    plain(position.creditNotes(), currency),
                    plain(position.deposits(), currency),
                    limit == null ? null : plain(limit, currency),
                    limit == null ? null : plain(limit.subtract(position.balance()), currency),
                    days(figures.dso()),
                    days(figures.averagePaymentDelay()),
                    riskClass);
        }

        private static @Nullable String days(@Nullable BigDecimal days) {
            return days == null ? null : days.toPlainString();
        }

        private static String plain(BigDecimal amount, String currency) {
            return Money.of(amount, currency).plain();
        }
    }

    static CustomerAnswer of(Customer customer, Position position, Figures figures, @Nullable Followed follows) {
        var details = customer.details();
        var limit = details.creditLimit();
        return new CustomerAnswer(
                customer.company(),
                customer.code(),
                details.name(),
                details.siren(),
                details.siret(),
                details.vatNumber(),
                details.group(),
                details.agent(),
                details.associatedPerson(),
                details.site(),
                details.language(),
                details.email(),
                details.phone(),
                details.address(),
                details.postalCode(),
                details.city(),
                details.country(),
                details.paymentTerms(),
                details.paymentMethod(),
                limit == null ? null : Money.of(limit, customer.currency()).plain(),
                details.riskClass(),
                details.strategy(),
                PositionAnswer.of(position, limit, details.riskClass(), figures),
                follows);
    }
}
