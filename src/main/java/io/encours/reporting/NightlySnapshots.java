package io.encours.reporting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.platform.BusinessDate;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every night keeps the aged balance of the day that has ended, company by company (E3, E4).
@Configuration(proxyBeanMethods = false)
class NightlySnapshots {

    private static final Logger LOG = LoggerFactory.getLogger(NightlySnapshots.class);
    private static final LocalTime HOUR = LocalTime.of(2, 30);

    @Bean
    RecurringTask<Void> nightlySnapshotsTask(BalanceHistories histories, Companies companies, BusinessDate date) {
        return Tasks.recurring("nightly-snapshots", Schedules.daily(BusinessDate.DEFAULT_ZONE, HOUR))
                .execute((instance, context) ->
                        companies.allIds().forEach(id -> keep(histories, companies.byId(id), date)));
    }

    private static void keep(BalanceHistories histories, Company company, BusinessDate date) {
        try {
            histories.keep(company, date.today(company.zone()).minusDays(1));
        } catch (RuntimeException e) {
            LOG.error("The aged balance of company {} could not be kept", company.id(), e);
        }
    }
}
