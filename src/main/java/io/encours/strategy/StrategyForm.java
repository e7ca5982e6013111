package io.encours.strategy;

import io.encours.platform.Problem;
import io.encours.platform.Problem.FieldError;
import io.encours.strategy.StrategyDraft.ActionDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A strategy as it stands in the fields of a page: `label`, `actions[0].delay`. What cannot be read is told beside its
/// field, and what was typed stays as it was.
///
/// @param values by field, actions numbered from 0 without gaps
/// @param size number of actions
public record StrategyForm(Map<String, String> values, int size) {

    /// In the order of the page; the code is what an action is known by.
    static final List<String> ACTION_FIELDS = List.of(
            "label",
            "type",
            "purpose",
            "delay",
            "anchor",
            "condition",
            "paymentMethod",
            "stage",
            "mode",
            "perCustomer",
            "minimumAmount",
            "template",
            "final");

    private static final Pattern ACTION_FIELD = Pattern.compile("actions\\[(\\d{1,4})]\\.(\\w+)");
    private static final String YES = "true";

    /// From the parameters of a request.
    public static StrategyForm of(Map<String, String> parameters) {
        var values = new HashMap<String, String>();
        var actions = new TreeMap<Integer, Map<String, String>>();
        parameters.forEach((name, value) -> {
            var field = ACTION_FIELD.matcher(name);
            if (field.matches()) {
                actions.computeIfAbsent(Integer.valueOf(field.group(1)), number -> new HashMap<>())
                        .put(field.group(2), value);
            } else {
                values.put(name, value);
            }
        });
        var index = 0;
        for (var action : actions.values()) {
            var path = path(index++);
            action.forEach((field, value) -> values.put(path + field, value));
        }
        return new StrategyForm(Map.copyOf(values), actions.size());
    }

    /// A strategy to be edited.
    public static StrategyForm of(Strategy strategy) {
        var values = new HashMap<String, String>();
        values.put("code", strategy.code());
        values.put("label", strategy.label());
        values.put("company", Objects.requireNonNullElse(strategy.company(), ""));
        values.put("default", String.valueOf(strategy.isDefault()));
        for (var index = 0; index < strategy.actions().size(); index++) {
            var path = path(index);
            var action = strategy.actions().get(index);
            values.put(path + "code", action.code());
            values.put(path + "label", action.label());
            values.put(path + "type", action.type().name());
            values.put(path + "purpose", action.purpose().name());
            values.put(path + "delay", String.valueOf(action.delay()));
            values.put(path + "anchor", action.anchor().name());
            values.put(
                    path + "condition",
                    action.condition() == null ? "" : action.condition().name());
            values.put(path + "paymentMethod", Objects.requireNonNullElse(action.paymentMethod(), ""));
            values.put(path + "stage", action.stage().name());
            values.put(path + "mode", action.mode().name());
            values.put(path + "perCustomer", String.valueOf(action.perCustomer()));
            values.put(
                    path + "minimumAmount",
                    action.minimumAmount() == null
                            ? ""
                            : action.minimumAmount().toPlainString().replace('.', ','));
            values.put(path + "template", Objects.requireNonNullElse(action.template(), ""));
            values.put(path + "final", String.valueOf(action.isFinal()));
        }
        return new StrategyForm(Map.copyOf(values), strategy.actions().size());
    }

    /// The same with another value in a field.
    public StrategyForm with(String field, String value) {
        var changed = new HashMap<>(values);
        changed.put(field, value);
        return new StrategyForm(Map.copyOf(changed), size);
    }

    /// What is written, checked as far as that goes without looking anything up.
    ///
    /// @throws Problem with everything that is wrong
    public StrategyDraft draft(String code) {
        var errors = new ArrayList<FieldError>();
        var actions = new ArrayList<@Nullable ActionDraft>();
        for (var index = 0; index < size; index++) {
            actions.add(action(path(index), errors));
        }
        var draft = new StrategyDraft(
                code, value("label"), value("company"), YES.equals(value("default")), actions, value("comment"));
        try {
            DraftReader.read(code, Objects.requireNonNullElse(DraftReader.text(draft.label()), code), draft);
        } catch (Problem problem) {
            problem.errors().stream()
                    .filter(error ->
                            errors.stream().noneMatch(known -> known.field().equals(error.field())))
                    .toList()
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return draft;
    }

    private ActionDraft action(String path, List<FieldError> errors) {
        return new ActionDraft(
                value(path + "code"),
                value(path + "label"),
                value(path + "type"),
                value(path + "purpose"),
                number(path + "delay", Integer::valueOf, "strategy.problem.wholeNumber", errors),
                value(path + "anchor"),
                value(path + "condition"),
                value(path + "paymentMethod"),
                value(path + "stage"),
                value(path + "mode"),
                YES.equals(value(path + "perCustomer")),
                number(path + "minimumAmount", BigDecimal::new, "strategy.problem.amount", errors),
                value(path + "template"),
                YES.equals(value(path + "final")));
    }

    /// As people write numbers: spaces between thousands, a comma, a true minus sign.
    private <N> @Nullable N number(String field, Function<String, N> reader, String problem, List<FieldError> errors) {
        var text = value(field)
                .replaceAll("[\\s\\u00A0\\u202F]", "")
                .replace('−', '-')
                .replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() <= 30 && !text.matches(".*[eE].*")) {
                return reader.apply(text);
            }
        } catch (NumberFormatException e) {
            // told below, with what is too long
        }
        errors.add(new FieldError(field, problem, List.of(value(field))));
        return null;
    }

    String value(int action, String field) {
        return value(path(action) + field);
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }

    private static String path(int index) {
        return "actions[" + index + "].";
    }
}
