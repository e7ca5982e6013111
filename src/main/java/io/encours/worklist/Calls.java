package io.encours.worklist;

import io.encours.company.Companies;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.timeline.Event;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Calls that no planned action asked for: somebody rang, or was rung from the customer's page (S7).
@Service
public class Calls {

    private final Customers customers;
    private final Companies companies;
    private final Timeline timeline;
    private final ContactMarks marks;
    private final BusinessDate businessDate;

    Calls(Customers customers, Companies companies, Timeline timeline, ContactMarks marks, BusinessDate businessDate) {
        this.customers = customers;
        this.companies = companies;
        this.timeline = timeline;
        this.marks = marks;
        this.businessDate = businessDate;
    }

    /// Records how a call ended; a wrong number is marked as one.
    ///
    /// @param outcome name of an `Outcome`
    /// @throws Problem not found, also outside of the scope; forbidden without a role in collections; invalid
    /// without an outcome
    @Transactional
    public Event record(
            SignedIn user,
            Scope scope,
            String company,
            String code,
            @Nullable String outcome,
            @Nullable String comment) {
        var customer = customers.get(scope, company, code);
        ActionLog.requireCollector(user);
        var ended = outcome == null || outcome.isBlank() ? null : ActionLog.outcome(outcome);
        if (ended == null) {
            throw Problem.invalid("outcome", "worklist.problem.outcomeMissing");
        }
        if (Outcome.WRONG_NUMBER.name().equals(ended)) {
            marks.wrongNumbers(user, List.of(customer.id()));
        }
        var event = timeline.record(new NewEvent(
                customer.companyId(),
                customer.id(),
                businessDate.today(companies.byId(customer.companyId()).zone()),
                user,
                EventType.CALL,
                "PHONE",
                ActionLog.comment(comment),
                ended,
                scope.standsInFor(customer.agentId()) && customer.agentName() != null
                        ? Map.of(NewEvent.ON_BEHALF_OF, customer.agentName())
                        : Map.of(),
                List.of()));
        return timeline.get(scope, new RowId(customer.id(), event));
    }
}
