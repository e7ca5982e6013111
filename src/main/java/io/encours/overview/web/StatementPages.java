package io.encours.overview.web;

import io.encours.company.Company;
import io.encours.correspondence.letter.Statements;
import io.encours.identity.SignedIn;
import io.encours.overview.CustomerPositions;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Relevés de compte* to all customers of the list, or those its search finds, as one print run.
@Controller
class StatementPages {

    private final Statements statements;
    private final CustomerPositions positions;

    StatementPages(Statements statements, CustomerPositions positions) {
        this.statements = statements;
        this.positions = positions;
    }

    @PostMapping("/customers/statements")
    String print(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String dmpMin,
            @RequestParam(required = false) @Nullable String dmpMax,
            SignedIn user,
            Scope scope,
            Company company,
            Page page,
            RedirectAttributes after) {
        var search = CustomerListPage.search(q, null, dmpMin, dmpMax);
        var all = (q == null || q.isBlank()) && search.dmpMin() == null && search.dmpMax() == null;
        var ids = all ? null : positions.ids(scope, search);
        var outcome = statements.print(user, scope, company.code(), ids);
        if (outcome.run().isEmpty()) {
            after.addFlashAttribute("said", page.t("overview.statements.none"));
            return "redirect:"
                    + new Address("/customers", Map.of())
                            .with("q", q)
                            .with("dmpMin", search.dmpMin())
                            .with("dmpMax", search.dmpMax());
        }
        after.addFlashAttribute("printed", outcome.run().get());
        return "redirect:/letters?state=PRINTED";
    }
}
