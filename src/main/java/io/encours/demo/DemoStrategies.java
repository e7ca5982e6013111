package io.encours.demo;

import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.strategy.Strategies;
import io.encours.strategy.StrategyDraft;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The strategies of the demonstration, written as the API takes them: what most customers follow, what key accounts
/// follow, and the reference case A4 with its three payment methods.
class DemoStrategies {

    static final String KEY_ACCOUNTS = "GRANDS-COMPTES";
    static final String REFERENCE = "REFERENCE";

    private final Strategies strategies;
    private final JsonMapper json;

    DemoStrategies(Strategies strategies, JsonMapper json) {
        this.strategies = strategies;
        this.json = json;
    }

    void put(SignedIn user, Scope scope) throws IOException {
        try (var file = new ClassPathResource("demo/strategies.json").getInputStream()) {
            for (var draft : json.readValue(file, new TypeReference<List<StrategyDraft>>() {})) {
                strategies.put(user, scope, Objects.requireNonNull(draft.code()), draft);
            }
        }
    }
}
