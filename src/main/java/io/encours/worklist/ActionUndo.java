package io.encours.worklist;

import encours.db.worklist.tables.records.DoneActionRecord;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.timeline.EventType;
import io.encours.worklist.ActionStore.Place;
import io.encours.worklist.outgoing.Outgoing;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Taking back the last decision on an item (A5). The decision stays, marked as undone, and the undoing is an event of
/// its
/// own; the item is again where it was.
@Service
public class ActionUndo {

    private final ActionStore store;
    private final ActionLog log;
    private final CarryingOut carryingOut;

    ActionUndo(ActionStore store, ActionLog log, CarryingOut carryingOut) {
        this.store = store;
        this.log = log;
        this.carryingOut = carryingOut;
    }

    /// A letter that was made and not printed yet is cancelled.
    ///
    /// @throws Problem forbidden, not found, or conflict when it is undone already or something was
    ///     decided after it
    @Transactional
    public Unvalidated validation(SignedIn user, Scope scope, ActionId id) {
        return decision(user, scope, id, "VALIDATED", EventType.VALIDATION_UNDONE);
    }

    /// @throws Problem as `validation`
    @Transactional
    public ItemView suspension(SignedIn user, Scope scope, ActionId id) {
        return decision(user, scope, id, "IGNORED", EventType.SUSPENSION_UNDONE).item();
    }

    /// @throws Problem as `validation`
    @Transactional
    public ItemView replacement(SignedIn user, Scope scope, ActionId id) {
        var place = take(user, scope, id);
        var row = store.replaced(id).orElseThrow(ActionLog::unknown);
        if (row.getUndoneAt() != null) {
            throw Problem.conflict("worklist.problem.alreadyUndone");
        }
        requireLast(!store.isDoneFrom(id.item(), id.occurrence()));
        row.setUndoneAt(log.now());
        row.setUndoneBy(user.id());
        store.update(row);
        var details = Map.of("code", row.getCode(), "label", row.getLabel(), "replacedCode", row.getReplacedCode());
        log.record(user, place, id, EventType.REPLACEMENT_UNDONE, row.getType(), "", null, details);
        return log.planAnew(scope, place, id);
    }

    private Unvalidated decision(SignedIn user, Scope scope, ActionId id, String decision, EventType event) {
        var place = take(user, scope, id);
        var row = store.done(id)
                .filter(found -> found.getDecision().equals(decision))
                .orElseThrow(ActionLog::unknown);
        if (row.getUndoneAt() != null) {
            throw Problem.conflict("worklist.problem.alreadyUndone");
        }
        var later = id.occurrence() + 1;
        requireLast(!store.isDoneFrom(id.item(), later) && !store.isReplacedFrom(id.item(), later));
        undo(user, row);
        var made = Optional.ofNullable(row.getOutgoingKind())
                .map(kind ->
                        new Outgoing(Outgoing.Kind.valueOf(kind), new RowId(row.getCustomerId(), row.getOutgoingId())));
        var recall = carryingOut.takeBack(user, scope, made.stream().toList());
        var details = Map.of("code", row.getCode(), "label", row.getLabel());
        log.record(user, place, id, event, row.getType(), "", null, details);
        return new Unvalidated(log.planAnew(scope, place, id), recall);
    }

    private void undo(SignedIn user, DoneActionRecord row) {
        row.setUndoneAt(log.now());
        row.setUndoneBy(user.id());
        store.update(row);
    }

    private Place take(SignedIn user, Scope scope, ActionId id) {
        ActionLog.requireCollector(user);
        var place = store.place(scope, id.item().customer()).orElseThrow(ActionLog::unknown);
        store.lockPlan(id.item());
        return place;
    }

    private static void requireLast(boolean isLast) {
        if (!isLast) {
            throw Problem.conflict("worklist.problem.notLast");
        }
    }
}
