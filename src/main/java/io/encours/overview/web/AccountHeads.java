package io.encours.overview.web;

import io.encours.correspondence.contact.ContactMarks;
import io.encours.correspondence.inbound.Inbox;
import io.encours.correspondence.notice.PreLitigation;
import io.encours.customer.Customer;
import io.encours.overview.CustomerPositions;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Makes what stands above every tab of a customer.
@Component
class AccountHeads {

    private final CustomerPositions positions;
    private final PreLitigation preLitigation;
    private final ContactMarks marks;
    private final Inbox inbox;

    AccountHeads(CustomerPositions positions, PreLitigation preLitigation, ContactMarks marks, Inbox inbox) {
        this.positions = positions;
        this.preLitigation = preLitigation;
        this.marks = marks;
        this.inbox = inbox;
    }

    /// @param tab the one in view, see `AccountHead`
    AccountHead of(Customer customer, String tab, LocalDate today) {
        var position = positions.of(customer.companyId(), customer.id(), today, customer.currency());
        return new AccountHead(
                customer,
                position,
                Ring.of(position),
                tab,
                preLitigation.since(customer.id()).orElse(null),
                marks.of(customer),
                inbox.unread(List.of(customer.id())).get(customer.id()));
    }
}
