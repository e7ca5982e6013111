package io.encours.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.platform.BusinessCalendar;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Anchor;
import io.encours.strategy.Condition;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import io.encours.testing.PlainDatabase;
import io.encours.worklist.Situation.DoneStep;
import io.encours.worklist.Situation.Item;
import io.encours.worklist.Situation.Replacement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The planning statement gives for every item what the pure function gives (A2–A5, A9, decision 0005).
class PlanningPropertyTest {

    private static final LocalDate BASE = LocalDate.of(2026, 4, 28);
    private static final List<String> CODES = List.of("A", "B", "C", "D", "E", "F");

    private final DSLContext db = PlainDatabase.connect();
    private final PlanningRuns runs = PlanFixture.runs(db);

    /// A step undone: it must leave no trace.
    record Undone(int occurrence, DoneStep step) {}

    record Case(Situation situation, List<Undone> undone, Optional<Replacement> undoneReplacement) {}

    record World(boolean france, int spacing, Optional<List<StrategyAction>> sequence, List<Case> cases) {}

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("A4, A5: the statement equals the pure function, and planning twice changes nothing")
    void the_statement_decides_as_the_pure_function_does(@ForAll("worlds") World world) {
        var fixture = new PlanFixture(db, world.france ? "FR" : "XX");
        if (world.spacing != ChasingSettings.DEFAULT.spacing()) {
            fixture.spacing(world.spacing);
        }
        world.sequence.ifPresent(actions -> fixture.strategy("S", false, actions));
        var expected = write(fixture, world);

        var first = runs.planAll(fixture.company);

        assertThat(fixture.plan()).isEqualTo(expected);
        assertThat(first).isEqualTo(new Planning.Counts(expected.size(), expected.size(), 0, 0));
        assertThat(runs.planAll(fixture.company))
                .isEqualTo(new Planning.Counts(expected.size(), 0, expected.size(), 0));
    }

    private static Map<Long, Decision> write(PlanFixture fixture, World world) {
        var expected = new HashMap<Long, Decision>();
        for (var each : world.cases) {
            var situation = each.situation;
            // Without a strategy of its own the customer would follow the common default.
            var customer = fixture.customer("S", situation.item().customerUnidentified());
            var item = fixture.item(customer, situation.item());
            each.undone.forEach(undone -> fixture.done(customer, item, undone.occurrence, undone.step, true));
            for (var index = 0; index < situation.done().size(); index++) {
                fixture.done(customer, item, index + 1, situation.done().get(index), false);
            }
            each.undoneReplacement.ifPresent(
                    undone -> fixture.replaced(customer, item, situation.occurrence(), undone, true));
            situation
                    .replacement()
                    .ifPresent(live -> fixture.replaced(customer, item, situation.occurrence(), live, false));
            expected.put(item, NextAction.decide(situation));
        }
        return expected;
    }

    @Provide
    Arbitrary<World> worlds() {
        var france = Arbitraries.of(true, true, false);
        var sequence = actions().list().ofMinSize(1).ofMaxSize(6).map(PlanningPropertyTest::withDistinctCodes);
        return Combinators.combine(france, sequence, Arbitraries.of(0, 5, 5, 9))
                .as(Tuple::of)
                .flatMap(world -> cases(world.get1(), world.get2(), world.get3())
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(12)
                        .map(cases -> new World(world.get1(), world.get3(), Optional.of(world.get2()), cases)));
    }

    private static List<StrategyAction> withDistinctCodes(List<StrategyAction> actions) {
        var result = new ArrayList<StrategyAction>();
        for (var a : actions) {
            result.add(new StrategyAction(
                    CODES.get(result.size()),
                    a.label(),
                    a.type(),
                    a.purpose(),
                    a.delay(),
                    a.anchor(),
                    a.condition(),
                    a.paymentMethod(),
                    a.stage(),
                    a.mode(),
                    a.perCustomer(),
                    a.minimumAmount(),
                    a.template(),
                    a.isFinal()));
        }
        return result;
    }

    private static Arbitrary<StrategyAction> actions() {
        return Combinators.combine(
                        Arbitraries.of(ActionType.class),
                        Arbitraries.integers().between(-20, 40),
                        Arbitraries.frequency(
                                Tuple.of(5, Anchor.DUE_DATE),
                                Tuple.of(2, Anchor.PRESENTATION_DATE),
                                Tuple.of(2, Anchor.PREVIOUS_ACTION),
                                Tuple.of(1, Anchor.PROMISE_DATE)),
                        Arbitraries.of(Condition.class).injectNull(0.7),
                        Arbitraries.of("VIR", "PRLV", " prlv ").injectNull(0.6),
                        Arbitraries.of(Stage.class),
                        Arbitraries.of("0", "100", "500.50")
                                .map(BigDecimal::new)
                                .injectNull(0.6),
                        Arbitraries.of(true, false, false, false))
                .as((type, delay, anchor, condition, method, stage, minimum, isFinal) -> new StrategyAction(
                        "?",
                        "Étape " + type,
                        type,
                        Purpose.REMINDER,
                        delay,
                        anchor,
                        condition,
                        method,
                        stage,
                        Mode.MANUAL,
                        false,
                        minimum,
                        null,
                        isFinal));
    }

    private static Arbitrary<Case> cases(boolean france, List<StrategyAction> sequence, int spacing) {
        var done = steps().list().ofMaxSize(3);
        var undone = steps().list().ofMaxSize(2);
        return Combinators.combine(
                        items(),
                        done,
                        undone,
                        replacements().injectNull(0.75),
                        replacements().injectNull(0.8),
                        Arbitraries.of(true, false, false, false))
                .as((item, live, gone, replacement, undoneReplacement, left) -> new Case(
                        new Situation(
                                item,
                                Optional.of(sequence),
                                history(live, left),
                                Optional.ofNullable(replacement),
                                france ? BusinessCalendar.FRANCE : BusinessCalendar.WEEKENDS,
                                spacing),
                        gone.stream()
                                .map(step -> new Undone(live.size() + 1, step))
                                .toList(),
                        Optional.ofNullable(undoneReplacement)));
    }

    /// Only the last step can have been final: nothing is done after it.
    private static List<DoneStep> history(List<DoneStep> steps, boolean leftTheStrategy) {
        var history = new ArrayList<>(steps);
        if (leftTheStrategy && !history.isEmpty()) {
            var last = history.removeLast();
            history.add(new DoneStep(
                    last.stepCode(), last.theoreticalDate(), last.doneOn(), true, last.validated(), last.heldUntil()));
        }
        return history;
    }

    private record Facts(
            @Nullable LocalDate presented,
            @Nullable LocalDate rejected,
            @Nullable LocalDate seen) {}

    private static Arbitrary<Item> items() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(ItemKind.INVOICE)),
                                Tuple.of(2, Arbitraries.of(ItemKind.class))),
                        Arbitraries.of("-50", "0", "99.99", "100", "500.5", "12000")
                                .map(BigDecimal::new),
                        Arbitraries.of("411", "411", "411", "416", "4164", "413"),
                        Arbitraries.of(true, false, false, false, false, false),
                        days(),
                        Arbitraries.of("VIR", "Prlv", "PRLV ", "").injectNull(0.3),
                        Combinators.combine(days().injectNull(0.5), days().injectNull(0.6), days().injectNull(0.3))
                                .as(Facts::new))
                .as((kind, remaining, account, unidentified, due, method, facts) -> new Item(
                        kind,
                        remaining,
                        account,
                        unidentified,
                        due,
                        method,
                        facts.presented,
                        facts.rejected,
                        facts.seen));
    }

    private static Arbitrary<DoneStep> steps() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D", "GONE"),
                        days(),
                        days(),
                        Arbitraries.of(true, true, false),
                        days().injectNull(0.6))
                .as((code, theoretical, day, validated, held) ->
                        new DoneStep(code, theoretical, day, false, validated, held));
    }

    private static Arbitrary<Replacement> replacements() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "F", "GONE"),
                        Arbitraries.of("A", "E", "SMS"),
                        Arbitraries.of(ActionType.class),
                        Arbitraries.of(Stage.class),
                        days())
                .as((replaced, code, type, stage, day) ->
                        new Replacement(replaced, code, "À la place", type, stage, day));
    }

    /// Around weekends, 1 and 8 May, Ascension and Whit Monday.
    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 40).map(BASE::plusDays);
    }
}
