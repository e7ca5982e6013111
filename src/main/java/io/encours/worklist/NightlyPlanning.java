package io.encours.worklist;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.encours.company.Companies;
import io.encours.platform.BusinessDate;
import io.encours.strategy.OverdueWatch;
import io.encours.worklist.mirror.PlanChanges;
import java.time.LocalTime;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every night plans what is still marked, company by company.
@Configuration(proxyBeanMethods = false)
class NightlyPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyPlanning.class);
    private static final LocalTime HOUR = LocalTime.of(2, 0);

    @Bean
    RecurringTask<Void> nightlyPlanningTask(
            PlanningRuns planning,
            OverdueWatch overdue,
            BusinessDate businessDate,
            Companies companies,
            PlanChanges changes) {
        return Tasks.recurring("nightly-planning", Schedules.daily(BusinessDate.DEFAULT_ZONE, HOUR))
                .execute((instance, context) -> {
                    companies
                            .allIds()
                            .forEach(company -> plan(company, () -> {
                                overdue.look(
                                        company,
                                        businessDate.today(
                                                companies.byId(company).zone()));
                                return planning.planDirty(company);
                            }));
                    changes.forgetOld();
                });
    }

    /// One company that cannot be planned does not keep the others from it; its marks stay.
    private static void plan(long company, Supplier<Planning.Counts> run) {
        try {
            var counts = run.get();
            LOG.info("Planned company {}: {} changed, {} removed", company, counts.changed(), counts.removed());
        } catch (RuntimeException e) {
            LOG.error("Company {} could not be planned", company, e);
        }
    }
}
