package io.encours.reporting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the reports together for `Reports`.
@Configuration(proxyBeanMethods = false)
class ReportParts {

    @Bean
    Reports.Makers reportMakers(
            AgedBalances agedBalances,
            Dsos dsos,
            PaymentDelays delays,
            CollectionEffectiveness effectiveness,
            UnallocatedPayments unallocated,
            Schedules schedules,
            CashForecasts forecasts,
            DisputeReports disputes,
            Activities activities,
            PromiseReports promises,
            Turnovers turnovers,
            BalanceHistories histories) {
        return new Reports.Makers(
                agedBalances,
                dsos,
                delays,
                effectiveness,
                unallocated,
                schedules,
                forecasts,
                disputes,
                activities,
                promises,
                turnovers,
                histories);
    }
}
