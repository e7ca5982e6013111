package io.encours.correspondence.letter.api;

import io.encours.company.Companies;
import io.encours.correspondence.letter.Statements;
import io.encours.correspondence.letter.api.PrintRunResource.PrintRunAnswer;
import io.encours.correspondence.letter.api.PrintRunResource.Refused;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Statements of account to many customers as one print run.
@RestController
class StatementResource {

    /// @param customers codes; null: all who have something open
    record Wanted(@Nullable String company, @Nullable List<String> customers) {}

    /// @param run null: nobody gets one
    record Outcome(@Nullable PrintRunAnswer run, List<Refused> refused) {}

    private final Statements statements;
    private final Companies companies;
    private final Customers customers;
    private final Texts texts;

    StatementResource(Statements statements, Companies companies, Customers customers, Texts texts) {
        this.statements = statements;
        this.companies = companies;
        this.customers = customers;
        this.texts = texts;
    }

    @PostMapping("/api/v1/letters/statements")
    Outcome print(SignedIn user, Scope scope, @RequestBody Wanted wanted) {
        var checks = new Checks();
        var company = checks.required("company", wanted.company(), 20);
        checks.orRefuse();
        var outcome = statements.print(user, scope, company, ids(scope, company, wanted.customers()));
        return new Outcome(
                outcome.run().map(PrintRunAnswer::of).orElse(null),
                outcome.refused().stream()
                        .map(refusal -> new Refused(
                                refusal.code(),
                                refusal.name(),
                                refusal.reason().name(),
                                texts.text(user.locale(), refusal.reason().messageKey())))
                        .toList());
    }

    private @Nullable List<Long> ids(Scope scope, String company, @Nullable List<String> codes) {
        if (codes == null) {
            return null;
        }
        var known = customers.ids(scope, companies.get(scope, company).id(), codes);
        return codes.stream()
                .map(code -> {
                    var id = known.get(code);
                    if (id == null) {
                        throw Problem.invalid("customers", "customer.problem.unknown", code);
                    }
                    return id;
                })
                .toList();
    }
}
