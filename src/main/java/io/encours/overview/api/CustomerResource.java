package io.encours.overview.api;

import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.overview.Behaviours;
import io.encours.overview.Behaviours.Figures;
import io.encours.overview.CustomerLine;
import io.encours.overview.CustomerPositions;
import io.encours.overview.CustomerSearch;
import io.encours.overview.CustomerSearch.Sort;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.strategy.Assignments;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Customers with their master data and position.
@RestController
@RequestMapping("/api/v1/customers")
class CustomerResource {

    private static final int MOST = 1000;

    private final Customers customers;
    private final CustomerPositions positions;
    private final Behaviours behaviours;
    private final Assignments assignments;
    private final BusinessDate businessDate;

    CustomerResource(
            Customers customers,
            CustomerPositions positions,
            Behaviours behaviours,
            Assignments assignments,
            BusinessDate businessDate) {
        this.customers = customers;
        this.positions = positions;
        this.behaviours = behaviours;
        this.assignments = assignments;
        this.businessDate = businessDate;
    }

    @GetMapping
    Slice<CustomerAnswer> list(
            Scope scope,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String riskClass,
            @RequestParam(required = false) @Nullable BigDecimal overdueMin,
            @RequestParam(required = false) @Nullable BigDecimal dmpMin,
            @RequestParam(required = false) @Nullable BigDecimal dmpMax,
            @RequestParam(defaultValue = "NAME") Sort sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var search = new CustomerSearch(company, q, agent, group, riskClass, overdueMin, dmpMin, dmpMax, sort);
        var today = businessDate.today();
        var slice = positions.list(scope, search, today, cursor, Math.clamp(limit, 1, MOST));
        var figures =
                behaviours.of(slice.items().stream().map(CustomerLine::customer).toList(), today);
        return new Slice<>(
                slice.items().stream()
                        .map(line -> CustomerAnswer.of(
                                line.customer(),
                                line.position(),
                                figures.getOrDefault(line.customer().id(), Figures.NONE),
                                null))
                        .toList(),
                slice.next());
    }

    @GetMapping("/{company}/{code}")
    CustomerAnswer show(Scope scope, @PathVariable String company, @PathVariable String code) {
        return answer(scope, customers.get(scope, company, code));
    }

    @PutMapping("/{company}/{code}")
    CustomerAnswer put(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody Customer.Details details) {
        if (user.role() == Role.EXECUTIVE || user.role() == Role.GUEST) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        return answer(scope, customers.put(scope, company, code, details));
    }

    private CustomerAnswer answer(Scope scope, Customer customer) {
        var today = businessDate.today();
        return CustomerAnswer.of(
                customer,
                positions.of(customer.companyId(), customer.id(), today, customer.currency()),
                behaviours.of(List.of(customer), today).getOrDefault(customer.id(), Figures.NONE),
                assignments.of(scope, customer.id()));
    }
}
