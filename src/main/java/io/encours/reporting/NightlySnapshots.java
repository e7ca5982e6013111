package io.encours.reporting;

import io.encours.company.Companies;
import io.encours.platform.jobs.NightlyStep;
import java.time.LocalDate;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Every night keeps the aged balance of the day that has ended (E3, E4).
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class NightlySnapshots implements NightlyStep {

    private final BalanceHistories histories;
    private final Companies companies;

    NightlySnapshots(BalanceHistories histories, Companies companies) {
        this.histories = histories;
        this.companies = companies;
    }

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public Object run(long companyId, LocalDate day) {
        var ended = day.minusDays(1);
        histories.keep(companies.byId(companyId), ended);
        return ended;
    }
}
