package io.encours.worklist.api;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.worklist.Chasing;
import io.encours.worklist.ChasingSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How a company chases.
@RestController
@RequestMapping("/api/v1/companies/{code}/chasing-settings")
class ChasingResource {

    private final Chasing chasing;
    private final Companies companies;

    ChasingResource(Chasing chasing, Companies companies) {
        this.chasing = chasing;
        this.companies = companies;
    }

    @GetMapping
    ChasingSettings get(Scope scope, @PathVariable String code) {
        return chasing.of(companies.get(scope, code).id());
    }

    @PutMapping
    ChasingSettings put(SignedIn user, @PathVariable String code, @RequestBody Chasing.Draft draft) {
        return chasing.put(user, code, draft);
    }
}
