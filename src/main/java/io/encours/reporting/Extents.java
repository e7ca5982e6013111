package io.encours.reporting;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.customer.Customers;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Works out whose entries a report is made of.
@Service
public class Extents {

    private final Companies companies;
    private final Customers customers;

    Extents(Companies companies, Customers customers) {
        this.companies = companies;
        this.customers = customers;
    }

    /// @throws Problem not found, also what is outside of the scope; refused when companies of several
    ///     currencies would be added up, or none has the currency that was asked for
    public Extent of(Scope scope, ReportFilter filter) {
        var within =
                filter.company() == null ? companies.within(scope) : List.of(companies.get(scope, filter.company()));
        if (within.isEmpty()) {
            throw Problem.notFound("reporting.problem.noCompany");
        }
        var wanted = within.stream()
                .filter(company ->
                        filter.currency() == null || filter.currency().equalsIgnoreCase(company.currency()))
                .toList();
        if (wanted.isEmpty()) {
            throw Problem.invalid("currency", "reporting.problem.otherCurrency", currencies(within));
        }
        var currency = wanted.getFirst().currency();
        if (wanted.stream().anyMatch(company -> !company.currency().equals(currency))) {
            throw Problem.refused("reporting.problem.currencies", currencies(wanted));
        }
        return new Extent(scope, filter, wanted, currency, customer(scope, filter));
    }

    private static String currencies(List<Company> of) {
        return of.stream().map(Company::currency).distinct().sorted().collect(Collectors.joining(", "));
    }

    private @Nullable Long customer(Scope scope, ReportFilter filter) {
        if (filter.customer() == null) {
            return null;
        }
        if (filter.company() == null) {
            throw Problem.invalid("company", "platform.problem.required");
        }
        return customers.get(scope, filter.company(), filter.customer()).id();
    }
}
