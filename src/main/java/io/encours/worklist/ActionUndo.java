package io.encours.worklist;

import encours.db.worklist.tables.records.DoneActionRecord;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.timeline.EventType;
import io.encours.worklist.ActionStore.Place;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Taking back the last decision on an item (A5). The decision stays, marked as undone, and the undoing is an event of
/// its
/// own; the item is again where it was.
@Service
public class ActionUndo {

    private final ActionStore store;
    private final ActionLog log;

    ActionUndo(ActionStore store, ActionLog log) {
        this.store = store;
        this.log = log;
    }

    /// @throws Problem forbidden, not found, or conflict when it is undone already or something was decided after it
    @Transactional
    public ItemView validation(SignedIn user, Scope scope, ActionId id) {
        return decision(user, scope, id, "VALIDATED", EventType.VALIDATION_UNDONE);
    }

    /// @throws Problem as `validation`
    @Transactional
    public ItemView suspension(SignedIn user, Scope scope, ActionId id) {
        return decision(user, scope, id, "IGNORED", EventType.SUSPENSION_UNDONE);
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

    private ItemView decision(SignedIn user, Scope scope, ActionId id, String decision, EventType event) {
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
        var details = Map.of("code", row.getCode(), "label", row.getLabel());
        log.record(user, place, id, event, row.getType(), "", null, details);
        return log.planAnew(scope, place, id);
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
