package io.encours.strategy;

import io.encours.platform.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The texts that actions may name. They are kept by a module that depends on this one, so it is asked through here.
public interface TemplateCatalogue {

    /// @param label in the language asked for, where there is one
    /// @param types of actions that can send it
    record Known(String code, String label, Set<ActionType> types) {}

    /// By label.
    ///
    /// @param company code of the only company that may use the strategy; null: it is for every company
    List<Known> usableBy(Scope scope, @Nullable String company, Locale language);
}
