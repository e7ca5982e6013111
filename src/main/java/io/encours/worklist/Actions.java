package io.encours.worklist;

import encours.db.worklist.tables.records.DoneActionRecord;
import encours.db.worklist.tables.records.PlannedActionRecord;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.strategy.Strategies;
import io.encours.strategy.StrategyAction;
import io.encours.timeline.EventType;
import io.encours.worklist.ActionStore.Place;
import io.encours.worklist.BatchStore.Planned;
import io.encours.worklist.outgoing.Dispatch.Dispatched;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deciding the next action of an item: *Valider*, *Modifier*, *Ignorer* (A5). Each is one transaction: the decision,
/// its
/// event, and the new plan of the customer. Of two people who decide the same step one wins, the other is told.
/// `ActionUndo` takes a decision back.
@Service
public class Actions {

    private final ActionStore store;
    private final ActionLog log;
    private final Strategies strategies;
    private final OtherActions others;
    private final CarryingOut carryingOut;

    Actions(ActionStore store, ActionLog log, Strategies strategies, OtherActions others, CarryingOut carryingOut) {
        this.store = store;
        this.log = log;
        this.strategies = strategies;
        this.others = others;
        this.carryingOut = carryingOut;
    }

    /// The action was done, a letter is made. The item goes on with the following one.
    ///
    /// @throws Problem forbidden, not found, conflict when somebody was faster, invalid, or refused when
    ///     there can be no letter
    @Transactional
    public Validated validate(SignedIn user, Scope scope, ActionId id, Remark remark) {
        return decide(user, scope, id, remark, "VALIDATED", EventType.ACTION_VALIDATED);
    }

    /// The action is skipped; the sequence goes on with the following one at its own date. Not a hold of the item.
    ///
    /// @throws Problem as `validate`
    @Transactional
    public ItemView ignore(SignedIn user, Scope scope, ActionId id, Remark remark) {
        ActionLog.requireNoHold(remark);
        return decide(user, scope, id, remark, "IGNORED", EventType.ACTION_IGNORED)
                .item();
    }

    /// Another action takes the place of the planned one in the sequence. It is not done yet.
    ///
    /// @throws Problem as `validate`, also conflict when the step is replaced already
    @Transactional
    public ItemView replace(SignedIn user, Scope scope, ActionId id, OtherAction other, Remark remark) {
        ActionLog.requireCollector(user);
        var place = place(scope, id);
        var comment = ActionLog.comment(remark.comment());
        return replace(user, scope, place, id, others.of(user, other), comment, take(id, remark.expectedCode()));
    }

    private ItemView replace(
            SignedIn user,
            Scope scope,
            Place place,
            ActionId id,
            Substitute other,
            String comment,
            PlannedActionRecord planned) {
        if (planned.getReplaced()) {
            throw Problem.conflict("worklist.problem.alreadyReplaced");
        }
        var row = other.inPlaceOf(planned);
        row.setCompanyId(place.companyId());
        row.setReplacedOn(log.today(place));
        row.setReplacedAt(log.now());
        row.setReplacedBy(user.id());
        row.setComment(comment);
        row.setEventId(log.record(
                user,
                place,
                id,
                EventType.ACTION_REPLACED,
                row.getType(),
                comment,
                null,
                ActionLog.details(planned, row)));
        store.insert(row);
        return log.planAnew(scope, place, id);
    }

    private Validated decide(SignedIn user, Scope scope, ActionId id, Remark remark, String decision, EventType event) {
        ActionLog.requireCollector(user);
        var place = place(scope, id);
        var comment = ActionLog.comment(remark.comment());
        var outcome = ActionLog.outcome(remark.outcome());
        var heldUntil = ActionLog.heldUntil(remark.until(), outcome, log.today(place));
        var next = Optional.ofNullable(remark.next()).map(other -> others.of(user, other));
        var planned = take(id, remark.expectedCode());
        var step = new Planned(planned, place);
        var sent = event == EventType.ACTION_VALIDATED ? carryOut(user, scope, remark, step) : Dispatched.NOTHING;
        var made = sent.made().get(step.item());
        var row = new DoneActionRecord();
        row.setCustomerId(planned.getCustomerId());
        row.setCompanyId(planned.getCompanyId());
        row.setItemId(planned.getItemId());
        row.setOccurrence(planned.getOccurrence());
        row.setDecision(decision);
        row.setStrategyId(planned.getStrategyId());
        row.setPosition(planned.getPosition());
        row.setStepCode(planned.getReplaced() ? replacedCode(id) : planned.getCode());
        row.setCode(planned.getCode());
        row.setLabel(planned.getLabel());
        row.setType(planned.getType());
        row.setStage(planned.getStage());
        // What is skipped was not done: it does not make the item leave the strategy.
        row.setFinal(event == EventType.ACTION_VALIDATED && isFinal(planned));
        row.setTheoreticalDate(planned.getTheoreticalDate());
        row.setActionDate(planned.getActionDate());
        row.setDoneOn(log.today(place));
        row.setDoneAt(log.now());
        row.setDoneBy(user.id());
        row.setComment(comment);
        row.setOutcome(outcome);
        row.setHeldUntil(heldUntil);
        if (made != null) {
            row.setOutgoingKind(made.kind().name());
            row.setOutgoingId(made.id().id());
        }
        row.setEventId(log.record(
                user,
                place,
                id,
                event,
                planned.getType(),
                comment,
                outcome,
                ActionLog.details(planned, heldUntil, made)));
        store.insert(row);
        var item = log.planAnew(scope, place, id);
        return new Validated(
                next.filter(other -> item.next().isPresent())
                        .map(other -> follow(user, scope, place, item, other))
                        .orElse(item),
                Optional.ofNullable(made),
                Optional.ofNullable(sent.refused().get(step.item())));
    }

    private Dispatched carryOut(SignedIn user, Scope scope, Remark remark, Planned step) {
        var sent = carryingOut.of(user, scope, remark, List.of(step));
        var refused = sent.refused().get(step.item());
        if (refused != null && !remark.letterIsOptional()) {
            throw Problem.refused(refused.messageKey());
        }
        return sent;
    }

    /// The next step said in the same form takes the place of what the strategy has next.
    private ItemView follow(SignedIn user, Scope scope, Place place, ItemView item, Substitute other) {
        var id = item.next().orElseThrow().id();
        return replace(user, scope, place, id, other, "", take(id, null));
    }

    private Place place(Scope scope, ActionId id) {
        return store.place(scope, id.item().customer()).orElseThrow(ActionLog::unknown);
    }

    /// The planned action, locked, when it is still the one that was meant.
    private PlannedActionRecord take(ActionId id, @Nullable String expectedCode) {
        var planned = store.lockPlan(id.item()).orElseThrow(() -> whyNotPlanned(id));
        if (id.occurrence() < planned.getOccurrence() && id.occurrence() > 0) {
            throw Problem.conflict("worklist.problem.alreadyDecided");
        }
        if (id.occurrence() != planned.getOccurrence()) {
            throw ActionLog.unknown();
        }
        if (planned.getCode() == null) {
            throw Problem.conflict("worklist.problem.noAction");
        }
        if (expectedCode != null && !expectedCode.equals(planned.getCode())) {
            throw Problem.conflict("worklist.problem.changed", planned.getLabel());
        }
        return planned;
    }

    private Problem whyNotPlanned(ActionId id) {
        return store.isItem(id.item()) ? Problem.conflict("worklist.problem.settled") : ActionLog.unknown();
    }

    private String replacedCode(ActionId id) {
        return store.replaced(id).orElseThrow(ActionLog::unknown).getReplacedCode();
    }

    private boolean isFinal(PlannedActionRecord planned) {
        return Optional.ofNullable(planned.getStrategyId())
                .flatMap(strategies::byId)
                .flatMap(strategy -> strategy.action(planned.getCode()))
                .map(StrategyAction::isFinal)
                .orElse(false);
    }
}
