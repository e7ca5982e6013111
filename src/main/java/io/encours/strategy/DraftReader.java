package io.encours.strategy;

import io.encours.platform.Problem;
import io.encours.platform.Problem.FieldError;
import io.encours.strategy.StrategyDraft.ActionDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the actions of a draft, collecting everything that is wrong, each with the path of its field.
final class DraftReader {

    /// Codes are parts of addresses and of group keys.
    private static final Pattern CODE = Pattern.compile("[^/\\p{Cntrl}]{1,40}");
    /// The group of what has no action is called so; pages stand at the others' addresses.
    private static final Set<String> RESERVED_CODES = Set.of("-", "new", "rules");

    private static final int MOST_ACTIONS = 100;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_COMMENT = 500;
    private static final int LONGEST_DELAY = 3650;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1000000000000");

    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    /// @throws Problem with every error
    static List<StrategyAction> read(String code, @Nullable String label, StrategyDraft draft) {
        var reader = new DraftReader();
        reader.code("code", code);
        if (draft.code() != null && !draft.code().strip().equals(code)) {
            reader.wrong("code", "strategy.problem.codeDiffers", code);
        }
        reader.label("label", label);
        if (draft.comment() != null && draft.comment().strip().length() > LONGEST_COMMENT) {
            reader.wrong("comment", "strategy.problem.comment", String.valueOf(LONGEST_COMMENT));
        }
        var actions = reader.actions(Objects.requireNonNullElse(draft.actions(), List.of()));
        if (!reader.errors.isEmpty()) {
            throw Problem.invalid(reader.errors);
        }
        return actions;
    }

    private List<StrategyAction> actions(List<@Nullable ActionDraft> drafts) {
        if (drafts.isEmpty()) {
            wrong("actions", "strategy.problem.noAction");
        }
        if (drafts.size() > MOST_ACTIONS) {
            wrong("actions", "strategy.problem.tooManyActions", String.valueOf(MOST_ACTIONS));
        }
        var actions = new ArrayList<StrategyAction>();
        for (var index = 0; index < drafts.size(); index++) {
            var path = "actions[" + index + "]";
            var draft = drafts.get(index);
            if (draft == null) {
                wrong(path, "strategy.problem.required");
            } else {
                var action = action(path + ".", draft);
                if (action != null) {
                    actions.add(action);
                }
            }
        }
        return actions;
    }

    /// Null when something is wrong with it.
    private @Nullable StrategyAction action(String path, ActionDraft draft) {
        var before = errors.size();
        var code = text(draft.code());
        code(path + "code", code);
        if (code != null && !codes.add(code)) {
            wrong(path + "code", "strategy.problem.codeTwice", code);
        }
        var label = Objects.requireNonNullElse(text(draft.label()), Objects.requireNonNullElse(code, ""));
        label(path + "label", label);
        var type = choice(path + "type", draft.type(), ActionType.class, null);
        var purpose = choice(path + "purpose", draft.purpose(), Purpose.class, Purpose.REMINDER);
        var anchor = choice(path + "anchor", draft.anchor(), Anchor.class, Anchor.DUE_DATE);
        var condition = text(draft.condition()) == null
                ? null
                : choice(path + "condition", draft.condition(), Condition.class, null);
        var stage = choice(path + "stage", draft.stage(), Stage.class, Stage.AMICABLE);
        var mode = choice(path + "mode", draft.mode(), Mode.class, Mode.MANUAL);
        var delay = draft.delay();
        if (delay == null) {
            wrong(path + "delay", "strategy.problem.required");
        } else if (Math.abs((long) delay) > LONGEST_DELAY) {
            wrong(path + "delay", "strategy.problem.delay", String.valueOf(LONGEST_DELAY));
        }
        var minimum = draft.minimumAmount();
        if (minimum != null
                && (minimum.signum() < 0
                        || minimum.compareTo(LARGEST_AMOUNT) >= 0
                        || minimum.stripTrailingZeros().scale() > 4)) {
            wrong(path + "minimumAmount", "strategy.problem.minimumAmount");
        }
        if (errors.size() > before
                || code == null
                || delay == null
                || type == null
                || purpose == null
                || anchor == null
                || stage == null
                || mode == null) {
            return null;
        }
        return new StrategyAction(
                code,
                label,
                type,
                purpose,
                delay,
                anchor,
                condition,
                text(draft.paymentMethod()),
                stage,
                mode,
                Boolean.TRUE.equals(draft.perCustomer()),
                minimum,
                text(draft.template()),
                Boolean.TRUE.equals(draft.isFinal()));
    }

    private void code(String path, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            wrong(path, "strategy.problem.required");
        } else if (!CODE.matcher(code).matches() || RESERVED_CODES.contains(code)) {
            wrong(path, "strategy.problem.code", code);
        }
    }

    private void label(String path, @Nullable String label) {
        if (label != null && label.length() > LONGEST_LABEL) {
            wrong(path, "strategy.problem.label", String.valueOf(LONGEST_LABEL));
        }
    }

    private <E extends Enum<E>> @Nullable E choice(
            String path, @Nullable String value, Class<E> type, @Nullable E otherwise) {
        var name = text(value);
        if (name == null) {
            if (otherwise == null) {
                wrong(path, "strategy.problem.required");
            }
            return otherwise;
        }
        var choices = type.getEnumConstants();
        var found = Arrays.stream(choices)
                .filter(choice -> choice.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            wrong(
                    path,
                    "strategy.problem.choice",
                    name,
                    Arrays.stream(choices).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    private void wrong(String path, String key, String... arguments) {
        errors.add(new FieldError(path, key, List.of(arguments)));
    }

    /// What is written, without blanks around; null when there is nothing.
    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
