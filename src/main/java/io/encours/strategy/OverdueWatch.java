package io.encours.strategy;

import io.encours.company.Companies;
import io.encours.customer.CustomersChanged;
import io.encours.platform.BusinessDate;
import io.encours.receivable.LedgerChanged;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the amounts overdue that rules ask for: looked at when items change and by the nightly run, and no fact
/// otherwise, so that the plan depends on what is written and not on the day (decisions 0005, 0021).
@Service
public class OverdueWatch {

    private final AssignmentStore rules;
    private final FollowerStore followers;
    private final Companies companies;
    private final BusinessDate businessDate;
    private final ApplicationEventPublisher events;

    OverdueWatch(
            AssignmentStore rules,
            FollowerStore followers,
            Companies companies,
            BusinessDate businessDate,
            ApplicationEventPublisher events) {
        this.rules = rules;
        this.followers = followers;
        this.companies = companies;
        this.businessDate = businessDate;
        this.events = events;
    }

    /// Looks at the amounts overdue on this day, as they become so by the mere passing of days; who follows another
    /// strategy by it is planned anew.
    @Transactional
    public void look(long companyId, LocalDate day) {
        rules.hold();
        if (rules.asksForAmounts()) {
            followers.remember(new Long[] {companyId}, null);
            followers.look(companyId, null, day);
            followers
                    .changed()
                    .forEach((company, customers) -> events.publishEvent(new AssignmentsChanged(company, customers)));
        }
    }

    /// Before the plan follows the items: the rules see the amount of today.
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void look(LedgerChanged change) {
        rules.hold();
        if (rules.asksForAmounts()) {
            followers.look(change.companyId(), change.customerIds().toArray(Long[]::new), today(change.companyId()));
        }
    }

    /// Groups, countries and classes are what rules look at, too.
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void hold(CustomersChanged change) {
        rules.hold();
    }

    /// The first look, at all customers, when the first rule asks for amounts.
    void begin() {
        companies.allIds().stream().sorted().forEach(id -> followers.look(id, null, today(id)));
    }

    private LocalDate today(long companyId) {
        return businessDate.today(companies.byId(companyId).zone());
    }
}
