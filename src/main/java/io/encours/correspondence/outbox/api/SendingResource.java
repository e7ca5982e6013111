package io.encours.correspondence.outbox.api;

import io.encours.company.Companies;
import io.encours.correspondence.outbox.SendingRules;
import io.encours.correspondence.outbox.SendingSettings;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How a company sends its messages.
@RestController
@RequestMapping("/api/v1/companies/{code}/message-settings")
class SendingResource {

    private final SendingSettings settings;
    private final Companies companies;

    SendingResource(SendingSettings settings, Companies companies) {
        this.settings = settings;
        this.companies = companies;
    }

    @GetMapping
    SendingRules get(Scope scope, @PathVariable String code) {
        return settings.of(companies.get(scope, code).id());
    }

    @PutMapping
    SendingRules put(SignedIn user, @PathVariable String code, @RequestBody SendingSettings.Draft draft) {
        return settings.put(user, code, draft);
    }
}
