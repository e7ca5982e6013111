package io.encours.strategy;

import io.encours.platform.Problem;
import io.encours.platform.Problem.FieldError;
import io.encours.strategy.AssignmentDraft.RuleDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The list of rules as it stands in the fields of a page: `rules[0].groups`. Several words of a field are parted by
/// semicolons.
///
/// @param values by field, rules numbered from 0 without gaps
/// @param size number of rules
public record AssignmentForm(Map<String, String> values, int size) {

    private static final Pattern RULE_FIELD = Pattern.compile("rules\\[(\\d{1,4})]\\.(\\w+)");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{0,6})?");
    private static final String BETWEEN = "; ";

    /// From the parameters of a request.
    public static AssignmentForm of(Map<String, String> parameters) {
        var values = new HashMap<String, String>();
        var rules = new TreeMap<Integer, Map<String, String>>();
        parameters.forEach((name, value) -> {
            var field = RULE_FIELD.matcher(name);
            if (field.matches()) {
                rules.computeIfAbsent(Integer.valueOf(field.group(1)), number -> new HashMap<>())
                        .put(field.group(2), value);
            } else {
                values.put(name, value);
            }
        });
        var index = 0;
        for (var rule : rules.values()) {
            var path = path(index++);
            rule.forEach((field, value) -> values.put(path + field, value));
        }
        return new AssignmentForm(Map.copyOf(values), rules.size());
    }

    /// A list to be edited.
    public static AssignmentForm of(AssignmentRules list) {
        var values = new HashMap<String, String>();
        for (var index = 0; index < list.rules().size(); index++) {
            var path = path(index);
            var rule = list.rules().get(index);
            values.put(path + "label", rule.label());
            values.put(path + "company", Objects.requireNonNullElse(rule.company(), ""));
            values.put(path + "groups", String.join(BETWEEN, rule.groups()));
            values.put(path + "countries", String.join(BETWEEN, rule.countries()));
            values.put(path + "riskClasses", String.join(BETWEEN, rule.riskClasses()));
            values.put(path + "paymentMethods", String.join(BETWEEN, rule.paymentMethods()));
            values.put(path + "overdueFrom", amount(rule.overdueFrom()));
            values.put(path + "overdueBelow", amount(rule.overdueBelow()));
            values.put(path + "strategy", rule.strategy());
        }
        values.put("version", String.valueOf(list.version()));
        return new AssignmentForm(Map.copyOf(values), list.rules().size());
    }

    /// The same with another value in a field.
    public AssignmentForm with(String field, String value) {
        var changed = new HashMap<>(values);
        changed.put(field, value);
        return new AssignmentForm(Map.copyOf(changed), size);
    }

    /// What is written, as far as it can be read.
    ///
    /// @throws Problem with every amount that is none
    public AssignmentDraft draft() {
        var errors = new ArrayList<FieldError>();
        var rules = new ArrayList<@Nullable RuleDraft>();
        for (var index = 0; index < size; index++) {
            var path = path(index);
            rules.add(new RuleDraft(
                    value(path + "label"),
                    value(path + "company"),
                    words(path + "groups"),
                    words(path + "countries"),
                    words(path + "riskClasses"),
                    words(path + "paymentMethods"),
                    amount(path + "overdueFrom", errors),
                    amount(path + "overdueBelow", errors),
                    value(path + "strategy")));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new AssignmentDraft(rules, value("comment"));
    }

    private List<@Nullable String> words(String field) {
        return new ArrayList<>(Arrays.asList(value(field).split(";")));
    }

    /// As people write numbers: spaces between thousands, a comma.
    private @Nullable BigDecimal amount(String field, List<FieldError> errors) {
        var text = value(field).replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (PLAIN_NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        errors.add(new FieldError(field, "strategy.problem.amount", List.of(value(field))));
        return null;
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString().replace('.', ',');
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }

    private static String path(int index) {
        return "rules[" + index + "].";
    }
}
