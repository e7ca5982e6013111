package io.encours.worklist;

import io.encours.strategy.Anchor;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import io.encours.worklist.Decision.None;
import io.encours.worklist.Decision.Planned;
import io.encours.worklist.Situation.DoneStep;
import io.encours.worklist.Situation.Item;
import io.encours.worklist.Situation.Replacement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rule of decision 0005 for one item, as a pure function: what the planning statement must give for every item.
public final class NextAction {

    private NextAction() {}

    static Decision decide(Situation situation) {
        var whyNotChased = whyNotChased(situation.item());
        if (whyNotChased.isPresent()) {
            return none(situation, whyNotChased.get());
        }
        if (situation.replacement().isPresent()) {
            return replaced(situation, situation.replacement().get());
        }
        if (situation.sequence().isEmpty()) {
            return none(situation, NoAction.NO_STRATEGY);
        }
        if (situation.done().stream().anyMatch(DoneStep::isFinal)) {
            return none(situation, NoAction.SEQUENCE_FINISHED);
        }
        return nextInSequence(situation, situation.sequence().get());
    }

    private static Optional<NoAction> whyNotChased(Item item) {
        if (item.remaining().signum() < 0) {
            return Optional.of(NoAction.CREDIT);
        }
        var byKind = switch (item.kind()) {
            case BILL -> Optional.of(NoAction.BILL_IN_CIRCULATION);
            case RETENTION -> Optional.of(NoAction.RETENTION);
            case OPENING_BALANCE -> Optional.of(NoAction.OPENING_BALANCE);
            case CREDIT_NOTE, DEPOSIT, PAYMENT, REFUND, ADJUSTMENT -> Optional.of(NoAction.NOT_A_CLAIM);
            case INVOICE, DEPOSIT_INVOICE, RETURNED_PAYMENT -> Optional.<NoAction>empty();
        };
        if (byKind.isPresent()) {
            return byKind;
        }
        if (item.remaining().signum() == 0) {
            return Optional.of(NoAction.NOT_A_CLAIM);
        }
        if (item.controlAccount().startsWith("416")) {
            return Optional.of(NoAction.DOUBTFUL);
        }
        return item.customerUnidentified() ? Optional.of(NoAction.UNIDENTIFIED) : Optional.empty();
    }

    private static Decision nextInSequence(Situation situation, List<StrategyAction> sequence) {
        var remaining = IntStream.rangeClosed(1, sequence.size())
                .mapToObj(position -> step(situation, position, sequence.get(position - 1)))
                .filter(afterLastDone(situation, sequence))
                .filter(step -> isFor(situation.item(), step.action))
                .toList();
        var possible = remaining.stream()
                .filter(step -> step.triggerDate != null && conditionMet(situation.item(), step.action))
                .toList();
        var start = startOf(situation, possible);
        return possible.stream()
                .filter(step -> step.position >= start || step.action.anchor() == Anchor.PRESENTATION_DATE)
                .findFirst()
                .map(step -> (Decision) planned(situation, step))
                .orElseGet(() -> none(situation, whyNothingIsNext(situation, remaining)));
    }

    /// An item first seen late begins at the latest step that was due by then, never beyond the amicable stage;
    /// those before it are not replayed (A5b). What counts from a direct debit is not due before one is heard of,
    /// and what counts from the previous action not before that one is done.
    private static int startOf(Situation situation, List<Step> possible) {
        var seenOn = situation.item().seenOn();
        if (seenOn == null || !situation.done().isEmpty()) {
            return 0;
        }
        return possible.stream()
                .filter(step -> step.action.anchor() == Anchor.DUE_DATE
                        && step.action.stage() == Stage.AMICABLE
                        && !Objects.requireNonNull(step.triggerDate).isAfter(seenOn))
                .mapToInt(Step::position)
                .max()
                .orElse(0);
    }

    private static NoAction whyNothingIsNext(Situation situation, List<Step> remaining) {
        if (!remaining.isEmpty()) {
            return NoAction.WAITING_FOR_EVENT;
        }
        return situation.done().isEmpty() ? NoAction.NO_APPLICABLE_ACTION : NoAction.SEQUENCE_FINISHED;
    }

    /// An action in its place, with the date it would be triggered on; null: its anchor is not known.
    private record Step(
            int position, StrategyAction action, @Nullable LocalDate triggerDate) {}

    private static Step step(Situation situation, int position, StrategyAction action) {
        var anchor = anchor(situation, action);
        return new Step(position, action, anchor == null ? null : anchor.plusDays(action.delay()));
    }

    private static @Nullable LocalDate anchor(Situation situation, StrategyAction action) {
        return switch (action.anchor()) {
            case DUE_DATE -> situation.item().dueDate();
            case PRESENTATION_DATE -> situation.item().presentedOn();
            case PREVIOUS_ACTION ->
                situation
                        .lastDone()
                        .map(DoneStep::doneOn)
                        .orElse(situation.item().dueDate());
            case PROMISE_DATE -> null;
        };
    }

    /// What was done tells where the sequence goes on. When the strategy was changed and has that step no more, dates
    /// tell.
    private static Predicate<Step> afterLastDone(Situation situation, List<StrategyAction> sequence) {
        if (situation.lastDone().isEmpty()) {
            return step -> true;
        }
        var last = situation.lastDone().get();
        var lastPosition = position(sequence, last.stepCode());
        if (lastPosition != null) {
            return step -> step.position > lastPosition;
        }
        return step -> step.triggerDate == null || step.triggerDate.isAfter(last.theoreticalDate());
    }

    private static @Nullable Integer position(List<StrategyAction> sequence, String code) {
        for (var index = 0; index < sequence.size(); index++) {
            if (sequence.get(index).code().equals(code)) {
                return index + 1;
            }
        }
        return null;
    }

    private static boolean isFor(Item item, StrategyAction action) {
        return hasPaymentMethod(item, action)
                && item.remaining()
                                .compareTo(Optional.ofNullable(action.minimumAmount())
                                        .orElse(BigDecimal.ZERO))
                        >= 0;
    }

    private static boolean hasPaymentMethod(Item item, StrategyAction action) {
        return action.paymentMethod() == null
                || (item.paymentMethod() != null && plain(item.paymentMethod()).equals(plain(action.paymentMethod())));
    }

    private static String plain(String paymentMethod) {
        return paymentMethod.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean conditionMet(Item item, StrategyAction action) {
        return switch (action.condition()) {
            case null -> true;
            case DIRECT_DEBIT_REJECTED -> item.rejectedOn() != null;
            case DIRECT_DEBIT_NOT_REJECTED -> item.rejectedOn() == null;
        };
    }

    private static Planned planned(Situation situation, Step step) {
        var trigger = Objects.requireNonNull(step.triggerDate);
        // A promise or a dispute heard with the last step: nothing before its day is over (S7).
        var heldUntil = situation
                .lastDone()
                .map(DoneStep::heldUntil)
                .filter(day -> !trigger.isAfter(day))
                .orElse(null);
        var notBefore = Stream.concat(
                        Stream.ofNullable(heldUntil).map(day -> day.plusDays(1)),
                        spaced(situation, step.action, trigger).stream())
                .max(LocalDate::compareTo);
        return new Planned(
                situation.occurrence(),
                step.position,
                step.action.code(),
                step.action.label(),
                step.action.type(),
                step.action.stage(),
                trigger,
                notBefore
                        .map(situation.calendar()::workingDayOnOrAfter)
                        .orElseGet(() -> workingDay(situation, trigger)),
                false,
                heldUntil);
    }

    /// The first day that keeps its distance from the last action on the item, when the trigger date does not (A5b). An
    /// action that counts from the previous one says its distance itself.
    private static Optional<LocalDate> spaced(Situation situation, StrategyAction action, LocalDate trigger) {
        return situation
                .actedOn()
                .map(day -> day.plusDays(situation.spacing()))
                .filter(day -> action.anchor() != Anchor.PREVIOUS_ACTION && trigger.isBefore(day));
    }

    private static Planned replaced(Situation situation, Replacement replacement) {
        return new Planned(
                situation.occurrence(),
                situation
                        .sequence()
                        .map(all -> position(all, replacement.replacedCode()))
                        .orElse(null),
                replacement.code(),
                replacement.label(),
                replacement.type(),
                replacement.stage(),
                replacement.theoreticalDate(),
                workingDay(situation, replacement.theoreticalDate()),
                true,
                null);
    }

    /// Before the due date: on the working day before; from the due date on: on the one after (A9).
    private static LocalDate workingDay(Situation situation, LocalDate trigger) {
        return trigger.isBefore(situation.item().dueDate())
                ? situation.calendar().workingDayOnOrBefore(trigger)
                : situation.calendar().workingDayOnOrAfter(trigger);
    }

    private static None none(Situation situation, NoAction reason) {
        return new None(situation.occurrence(), reason, null);
    }
}
