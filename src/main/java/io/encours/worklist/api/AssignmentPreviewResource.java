package io.encours.worklist.api;

import io.encours.customer.Customer;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.strategy.AssignmentDraft;
import io.encours.worklist.StrategyPreview;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What another assignment of strategies would change, without making it.
@RestController
class AssignmentPreviewResource {

    private final StrategyPreview preview;

    AssignmentPreviewResource(StrategyPreview preview) {
        this.preview = preview;
    }

    @PutMapping(path = "/api/v1/strategy-rules", params = "preview=true")
    StrategyPreview.AssignmentChange rules(
            SignedIn user, Scope scope, Paging paging, @RequestBody AssignmentDraft draft) {
        return preview.ofRules(user, scope, draft, paging);
    }

    @PutMapping(path = "/api/v1/customers/{company}/{code}", params = "preview=true")
    StrategyPreview.AssignmentChange customer(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            Paging paging,
            @RequestBody Customer.Details details) {
        if (user.role() == Role.EXECUTIVE || user.role() == Role.GUEST) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        return preview.ofCustomer(scope, company, code, details, paging);
    }
}
