package io.encours.worklist.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.strategy.StrategyDraft;
import io.encours.worklist.Simulation;
import io.encours.worklist.Simulations;
import io.encours.worklist.Simulations.Who;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a strategy would give to do: as it is saved, or as it stands in the body.
@RestController
@RequestMapping("/api/v1/strategies/{code}/simulation")
class SimulationResource {

    private final Simulations simulations;

    SimulationResource(Simulations simulations) {
        this.simulations = simulations;
    }

    @GetMapping
    Simulation saved(
            Scope scope,
            @PathVariable String code,
            @RequestParam String company,
            @RequestParam(defaultValue = "60") int days,
            @RequestParam(defaultValue = "FOLLOWERS") Who customers) {
        return simulations.of(scope, code, company, days, customers);
    }

    @PostMapping
    Simulation draft(
            SignedIn user,
            Scope scope,
            @PathVariable String code,
            @RequestParam String company,
            @RequestParam(defaultValue = "60") int days,
            @RequestParam(defaultValue = "FOLLOWERS") Who customers,
            @RequestBody StrategyDraft draft) {
        return simulations.ofDraft(user, scope, code, draft, company, days, customers);
    }
}
