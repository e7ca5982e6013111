package io.encours.strategy.web;

import io.encours.company.Company;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import io.encours.strategy.ActionType;
import io.encours.strategy.Anchor;
import io.encours.strategy.Condition;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.strategy.TemplateCatalogue.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The choices in the editor, in words.
public record StrategyChoices(
        List<Option> companies,
        List<ActionType> types,
        List<Option> purposes,
        List<Option> anchors,
        List<Option> conditions,
        List<Option> stages,
        List<Option> modes,
        List<Option> templates,
        List<Known> knownTemplates) {

    /// @param templates an action may name
    static StrategyChoices of(List<Company> companies, List<Known> templates, Page page) {
        var usable = new ArrayList<Option>();
        usable.add(new Option("", page.t("strategy.page.everyCompany")));
        companies.forEach(company -> usable.add(new Option(company.code(), company.name())));
        var conditions = new ArrayList<Option>();
        conditions.add(new Option("", page.t("strategy.editor.noCondition")));
        conditions.addAll(named("strategy.condition.", Condition.values(), page));
        return new StrategyChoices(
                usable,
                List.of(ActionType.values()),
                named("strategy.purpose.", Purpose.values(), page),
                named("strategy.anchor.", Anchor.values(), page),
                conditions,
                named("strategy.stage.", Stage.values(), page),
                named("strategy.mode.", Mode.values(), page),
                templates.stream()
                        .map(known -> new Option(known.code(), named(known, page)))
                        .toList(),
                templates);
    }

    public boolean knowsTemplate(String code) {
        return knownTemplates.stream().anyMatch(known -> known.code().equals(code));
    }

    /// `E-mail – Relance n° 2, ferme`; the first type stands for the channel.
    private static String named(Known known, Page page) {
        var channel = known.types().stream()
                .min(Comparator.naturalOrder())
                .map(type -> page.t(type.messageKey()))
                .orElse("");
        return page.t("strategy.field.templateNamed", channel, known.label());
    }

    private static List<Option> named(String key, Enum<?>[] values, Page page) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), page.t(key + value.name())))
                .toList();
    }
}
