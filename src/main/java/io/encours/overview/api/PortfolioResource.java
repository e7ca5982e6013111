package io.encours.overview.api;

import io.encours.company.Companies;
import io.encours.customer.Portfolios;
import io.encours.customer.Portfolios.Selection;
import io.encours.identity.SignedIn;
import io.encours.overview.PortfolioSums;
import io.encours.overview.PortfolioSums.Portfolio;
import io.encours.platform.BusinessDate;
import io.encours.platform.Money;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who handles which customers of a company; for managers of collections and administrators.
@RestController
@RequestMapping("/api/v1/portfolios")
class PortfolioResource {

    /// @param agent login; null: customers without an agent
    /// @param actions planned up to today
    record PortfolioView(
            @Nullable String agent,
            @Nullable String name,
            int customers,
            String balance,
            String overdue,
            String currency,
            int actions,
            int late) {

        static PortfolioView of(Portfolio portfolio, String currency) {
            var weight = portfolio.weight();
            return new PortfolioView(
                    portfolio.login(),
                    portfolio.name(),
                    weight.customers(),
                    Money.of(weight.balance(), currency).plain(),
                    Money.of(weight.overdue(), currency).plain(),
                    currency,
                    weight.actions(),
                    weight.late());
        }
    }

    record PortfolioList(
            List<PortfolioView> items, @Nullable String next) {}

    /// @param from login of the agent, `-`: without; null: whoever it is
    /// @param customers codes; null: all that the other criteria find
    record Reassignment(
            @Nullable String company,
            @Nullable String from,
            @Nullable String to,
            @Nullable String group,
            @Nullable String letter,
            @Nullable List<String> customers) {}

    record Reassigned(int customers) {}

    private final Portfolios portfolios;
    private final PortfolioSums sums;
    private final Companies companies;
    private final BusinessDate businessDate;

    PortfolioResource(Portfolios portfolios, PortfolioSums sums, Companies companies, BusinessDate businessDate) {
        this.portfolios = portfolios;
        this.sums = sums;
        this.companies = companies;
        this.businessDate = businessDate;
    }

    @GetMapping
    PortfolioList list(Scope scope, @RequestParam String company) {
        var of = companies.get(scope, company);
        return new PortfolioList(
                sums.of(scope.in(of.id()), businessDate.today(of.zone())).stream()
                        .map(portfolio -> PortfolioView.of(portfolio, of.currency()))
                        .toList(),
                null);
    }

    /// @param preview true: only how many customers would be given to another agent
    @PostMapping("/reassignments")
    Reassigned reassign(
            SignedIn user,
            Scope scope,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody Reassignment wanted) {
        if (wanted.company() == null) {
            throw Problem.invalid("company", "platform.problem.required");
        }
        var selection =
                new Selection(wanted.company(), wanted.from(), wanted.group(), wanted.letter(), wanted.customers());
        return new Reassigned(
                preview
                        ? portfolios.count(user, scope, selection, wanted.to())
                        : portfolios.reassign(user, scope, selection, wanted.to()));
    }
}
