package io.encours.strategy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An ordered set of actions that chases an item (A2).
///
/// @param company code of the only company that may use it; null: every company
/// @param isDefault what customers of its company, or of all companies, follow when nothing else is said
/// @param version counted up with every change
public record Strategy(
        @JsonIgnore long id,
        String code,
        String label,
        @Nullable String company,
        @JsonProperty("default") boolean isDefault,
        int version,
        List<StrategyAction> actions) {

    public Optional<StrategyAction> action(String actionCode) {
        return actions.stream()
                .filter(action -> action.code().equals(actionCode))
                .findFirst();
    }
}
