package io.encours.strategy.web;

import io.encours.platform.web.Page;
import io.encours.strategy.Difference;
import io.encours.strategy.Difference.Added;
import io.encours.strategy.Difference.Moved;
import io.encours.strategy.Difference.OfAction;
import io.encours.strategy.Difference.OfStrategy;
import io.encours.strategy.Difference.Removed;
import io.encours.strategy.Strategy;
import java.util.List;
import java.util.Set;

/// What differs between two versions, a sentence each.
final class DifferenceWords {

    private static final Set<String> NAMED = Set.of("type", "purpose", "anchor", "condition", "stage", "mode");
    private static final Set<String> YES_OR_NO = Set.of("default", "perCustomer", "final");

    private DifferenceWords() {}

    static List<String> between(Strategy before, Strategy after, Page page) {
        return Difference.between(before, after).stream()
                .map(difference -> sentence(difference, page))
                .toList();
    }

    private static String sentence(Difference difference, Page page) {
        return switch (difference) {
            case OfStrategy(var field, var before, var after) ->
                page.t(
                        "strategy.difference.field",
                        page.t("strategy.editor." + field),
                        value(field, before, page),
                        value(field, after, page));
            case OfAction(var action, var field, var before, var after) ->
                page.t(
                        "strategy.difference.action",
                        action.label(),
                        page.t("strategy.field." + field),
                        value(field, before, page),
                        value(field, after, page));
            case Added(var action, var place) -> page.t("strategy.difference.added", action.label(), place);
            case Removed(var action) -> page.t("strategy.difference.removed", action.label());
            case Moved(var action, var from, var to) -> page.t("strategy.difference.moved", action.label(), from, to);
        };
    }

    private static String value(String field, String value, Page page) {
        if (YES_OR_NO.contains(field)) {
            return page.t("strategy.difference.is." + value);
        }
        if (value.isEmpty()) {
            return page.t(field.equals("company") ? "strategy.page.everyCompany" : "strategy.difference.nothing");
        }
        return NAMED.contains(field) ? page.t("strategy." + field + "." + value) : value;
    }
}
