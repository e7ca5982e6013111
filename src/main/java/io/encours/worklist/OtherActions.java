package io.encours.worklist;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Texts;
import io.encours.strategy.ActionType;
import io.encours.strategy.Strategies;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what shall be done in the place of a planned action.
@Component
class OtherActions {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private final Strategies strategies;
    private final Texts texts;

    OtherActions(Strategies strategies, Texts texts) {
        this.strategies = strategies;
        this.texts = texts;
    }

    /// @throws Problem when the type or the date cannot be
    Substitute of(SignedIn user, OtherAction given) {
        var date = given.date() == null ? null : inReach(given.date());
        if (given.code() != null && !given.code().isBlank()) {
            return Substitute.ofStrategy(given.code().strip(), date, strategies::byId);
        }
        var type = type(given.type());
        return Substitute.ofType(type, texts.text(user.locale(), type.messageKey()), date);
    }

    private static LocalDate inReach(LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw Problem.invalid("date", "worklist.problem.date");
        }
        return date;
    }

    private static ActionType type(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Problem.invalid("type", "worklist.problem.typeMissing");
        }
        return Arrays.stream(ActionType.values())
                .filter(type -> type.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("type", "worklist.problem.type", name));
    }
}
