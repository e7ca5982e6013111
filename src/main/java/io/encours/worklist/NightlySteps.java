package io.encours.worklist;

import io.encours.company.Companies;
import io.encours.platform.jobs.NightlyStep;
import io.encours.prediction.CustomerDsos;
import io.encours.prediction.PaymentBehaviours;
import io.encours.strategy.OverdueWatch;
import io.encours.worklist.automatic.AutomaticActions;
import io.encours.worklist.mirror.PlanChanges;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What this module does every night.
@Configuration(proxyBeanMethods = false)
class NightlySteps {

    /// First: who follows a strategy because of what is overdue is planned with it.
    @Bean
    @Order(5)
    NightlyStep overdueStep(OverdueWatch overdue) {
        return new NightlyStep() {
            @Override
            public String name() {
                return "overdue";
            }

            @Override
            public Object run(long companyId, LocalDate day) {
                overdue.look(companyId, day);
                return Map.of();
            }
        };
    }

    /// The days that the DSO of customers looks back on have moved, and bills given to banks early have come to
    /// their maturity; the mirror of the plan reads them again.
    @Bean
    @Order(7)
    NightlyStep behaviourStep(
            CustomerDsos dsos,
            PaymentBehaviours behaviours,
            PlanChanges changes,
            PlatformTransactionManager transactions) {
        return new NightlyStep() {
            @Override
            public String name() {
                return "behaviour";
            }

            @Override
            public Object run(long companyId, LocalDate day) {
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    dsos.renewAll(companyId, day);
                    behaviours.renewOvertaken(companyId, day);
                    changes.noteAll(companyId);
                });
                return Map.of();
            }
        };
    }

    @Bean
    @Order(10)
    NightlyStep planningStep(PlanningRuns planning) {
        return new NightlyStep() {
            @Override
            public String name() {
                return "planning";
            }

            @Override
            public Object run(long companyId, LocalDate day) {
                return planning.planDirty(companyId);
            }
        };
    }

    @Bean
    @Order(50)
    NightlyStep automaticStep(AutomaticActions actions, Companies companies) {
        return new NightlyStep() {
            @Override
            public String name() {
                return "automaticActions";
            }

            @Override
            public Object run(long companyId, LocalDate day) {
                return actions.run(companies.byId(companyId), day);
            }
        };
    }
}
