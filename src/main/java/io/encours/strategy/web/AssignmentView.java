package io.encours.strategy.web;

import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.strategy.AssignmentRules;
import io.encours.strategy.Followed.Basis;
import java.util.List;
import java.util.Map;

/// What the list of rules shows.
///
/// @param form what stands in the fields, not saved yet
/// @param size how many rules the form has
/// @param isReviewed nothing is wrong, what would change is shown, and it can be saved
/// @param newer somebody else has saved this version meanwhile; 0: nobody has
/// @param customersByRule how many follow by each rule of the list in force
public record AssignmentView(
        Form form,
        int size,
        List<Option> companies,
        List<Option> strategies,
        boolean mayWrite,
        boolean isReviewed,
        int newer,
        AssignmentRules saved,
        Map<Integer, Integer> customersByRule,
        Map<Basis, Integer> customersByBasis) {

    public String version() {
        return form.value("version");
    }

    /// The fields show the list as it is in force, so its counts can stand beside.
    public boolean isAsSaved() {
        return !isReviewed && form.errors().isEmpty() && newer == 0;
    }

    public int customers(int place) {
        return customersByRule.getOrDefault(place, 0);
    }

    public int customers(Basis basis) {
        return customersByBasis.getOrDefault(basis, 0);
    }

    /// Something is wrong with this rule: it is opened.
    public boolean isWrong(int rule) {
        return form.errors().keySet().stream().anyMatch(field -> field.startsWith("rules[" + rule + "]"));
    }

    public boolean isWrong() {
        return form.errors().keySet().stream().anyMatch(field -> !field.isEmpty());
    }
}
