package io.encours.strategy.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.strategy.Strategies;
import io.encours.strategy.Strategy;
import io.encours.strategy.StrategyDraft;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/strategies")
class StrategyResource {

    private final Strategies strategies;

    StrategyResource(Strategies strategies) {
        this.strategies = strategies;
    }

    @GetMapping
    Slice<Strategy> list(Scope scope) {
        return new Slice<>(strategies.within(scope), null);
    }

    @GetMapping("/{code}")
    Strategy get(Scope scope, @PathVariable String code) {
        return strategies.get(scope, code);
    }

    @PutMapping("/{code}")
    ResponseEntity<Strategy> put(
            SignedIn user, Scope scope, @PathVariable String code, @RequestBody StrategyDraft draft) {
        var put = strategies.put(user, scope, code, draft);
        return ResponseEntity.status(put.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(put.strategy());
    }
}
