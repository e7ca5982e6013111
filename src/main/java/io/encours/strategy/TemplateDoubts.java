package io.encours.strategy;

import io.encours.platform.Scope;
import io.encours.strategy.TemplateCatalogue.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What is doubtful about the templates that a strategy names. It can be saved all the same: the template may be
/// written
/// later.
@Service
public class TemplateDoubts {

    /// @param field as errors name it, `actions[2].template`
    /// @param code message key; its value is the template
    public record Doubt(String field, String code, String template) {}

    private final TemplateCatalogue catalogue;

    TemplateDoubts(TemplateCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public List<Known> usableBy(Scope scope, @Nullable String company, Locale language) {
        return catalogue.usableBy(scope, company, language);
    }

    public List<Doubt> of(Scope scope, Strategy strategy) {
        var known = catalogue.usableBy(scope, strategy.company(), Locale.FRENCH);
        var doubts = new ArrayList<Doubt>();
        for (var index = 0; index < strategy.actions().size(); index++) {
            var action = strategy.actions().get(index);
            var field = "actions[" + index + "].template";
            of(known, action.type(), action.template())
                    .ifPresent(code -> doubts.add(new Doubt(field, code, String.valueOf(action.template()))));
        }
        return doubts;
    }

    /// The message key of what is doubtful; empty: nothing is.
    public static Optional<String> of(List<Known> known, ActionType type, @Nullable String template) {
        if (template == null || template.isBlank()) {
            return Optional.empty();
        }
        var named = known.stream()
                .filter(one -> one.code().equals(template.strip()))
                .findFirst();
        return named.isEmpty()
                ? Optional.of("strategy.warning.unknownTemplate")
                : named.filter(one -> !one.types().contains(type)).map(one -> "strategy.warning.otherChannel");
    }
}
