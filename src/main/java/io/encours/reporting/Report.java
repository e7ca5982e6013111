package io.encours.reporting;

/// The figures of a report, as `Reports` answers them.
public sealed interface Report
        permits AgedBalance,
                Dso,
                PaymentDelay,
                Effectiveness,
                UnallocatedRate,
                Schedule,
                CashForecast,
                DisputeReport,
                Activity,
                PromiseReport,
                TurnoverAndPayments,
                PaymentDays,
                BalanceHistory {}
