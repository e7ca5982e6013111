package io.encours.worklist;

import encours.db.worklist.tables.records.PlannedActionRecord;
import encours.db.worklist.tables.records.ReplacedActionRecord;
import io.encours.platform.Problem;
import io.encours.strategy.ActionType;
import io.encours.strategy.Strategy;
import io.encours.strategy.StrategyAction;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// What takes the place of planned actions: the action of this code of each strategy, or one of any type. For one
/// request.
final class Substitute {

    private final @Nullable String code;
    private final @Nullable ActionType type;
    private final String label;
    private final @Nullable LocalDate date;
    private final LongFunction<Optional<Strategy>> strategies;
    private final Map<Long, Optional<StrategyAction>> found = new HashMap<>();

    private Substitute(
            @Nullable String code,
            @Nullable ActionType type,
            String label,
            @Nullable LocalDate date,
            LongFunction<Optional<Strategy>> strategies) {
        this.code = code;
        this.type = type;
        this.label = label;
        this.date = date;
        this.strategies = strategies;
    }

    /// @param date null: that of the step it replaces
    static Substitute ofStrategy(String code, @Nullable LocalDate date, LongFunction<Optional<Strategy>> strategies) {
        return new Substitute(code, null, "", date, strategies);
    }

    /// @param label of the type, in the words of the user
    /// @param date null: that of the step it replaces
    static Substitute ofType(ActionType type, String label, @Nullable LocalDate date) {
        return new Substitute(null, type, label, date, id -> Optional.empty());
    }

    /// Null: it is not one of the strategy.
    @Nullable
    String code() {
        return code;
    }

    /// Name of its type; null: its code says what it is.
    @Nullable
    String type() {
        return type == null ? null : type.name();
    }

    String label() {
        return label;
    }

    @Nullable
    LocalDate date() {
        return date;
    }

    /// The strategy that planned the step has the action, if it is meant by its code.
    boolean fits(PlannedActionRecord planned) {
        return code == null || action(planned, code).isPresent();
    }

    /// @throws Problem when it does not fit
    ReplacedActionRecord inPlaceOf(PlannedActionRecord planned) {
        var row = new ReplacedActionRecord();
        row.setCustomerId(planned.getCustomerId());
        row.setItemId(planned.getItemId());
        row.setOccurrence(planned.getOccurrence());
        row.setReplacedCode(planned.getCode());
        row.setTheoreticalDate(Objects.requireNonNullElse(date, planned.getTheoreticalDate()));
        if (type != null) {
            row.setCode(type.name());
            row.setLabel(label);
            row.setType(type.name());
            row.setStage(planned.getStage());
            return row;
        }
        var named = Objects.requireNonNull(code);
        var action = action(planned, named)
                .orElseThrow(() -> Problem.invalid("code", "worklist.problem.unknownCode", named));
        row.setCode(action.code());
        row.setLabel(action.label());
        row.setType(action.type().name());
        row.setStage(action.stage().name());
        return row;
    }

    private Optional<StrategyAction> action(PlannedActionRecord planned, String named) {
        return Optional.ofNullable(planned.getStrategyId())
                .flatMap(id -> found.computeIfAbsent(
                        id, each -> strategies.apply(each).flatMap(strategy -> strategy.action(named))));
    }
}
