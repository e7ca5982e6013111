package io.encours.worklist;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.platform.BusinessDate;
import io.encours.worklist.mirror.PlanChanges;
import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every night does the steps of the night, company by company, each in its own night.
@Configuration(proxyBeanMethods = false)
class NightlyPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyPlanning.class);
    private static final String EVERY_HOUR = "0 0 * * * *";

    @Bean
    RecurringTask<Void> nightlyPlanningTask(
            NightlyRuns runs, Companies companies, BusinessDate businessDate, PlanChanges changes, Clock clock) {
        return Tasks.recurring("nightly-planning", Schedules.cron(EVERY_HOUR, ZoneOffset.UTC))
                .execute((instance, context) -> {
                    companies.allIds().stream()
                            .map(companies::byId)
                            .filter(company -> runs.isDue(company, clock.instant()))
                            .forEach(company -> run(runs, company, businessDate));
                    changes.forgetOld();
                });
    }

    /// One company whose night fails does not keep the others from theirs; what was done stays, marks too.
    private static void run(NightlyRuns runs, Company company, BusinessDate businessDate) {
        try {
            LOG.info("Night of company {}: {}", company.code(), runs.run(company, businessDate.today(company.zone())));
        } catch (RuntimeException e) {
            LOG.error("The night of company {} was not finished", company.code(), e);
        }
    }
}
