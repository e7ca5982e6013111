package io.encours.worklist;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.timeline.EventType;
import io.encours.worklist.BatchResult.LeftOut;
import io.encours.worklist.BatchResult.Reason;
import io.encours.worklist.BatchStore.Planned;
import io.encours.worklist.Ticked.Line;
import io.encours.worklist.outgoing.Dispatch.Dispatched;
import io.encours.worklist.outgoing.Outgoing;
import io.encours.worklist.outgoing.Recall;
import io.encours.worklist.outgoing.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// *Valider, Modifier, Ignorer* on all that is ticked (S7), each in one transaction, set-wise: the same rules as for
/// one
/// item (`Actions`), with the same events. What cannot be decided is left out and told, the others are done. Of two
/// people who decide the same item one wins; the other finds it among what was left out.
@Service
public class Batches {

    private static final String VALIDATION = "VALIDATION";
    private static final String SUSPENSION = "SUSPENSION";
    private static final String REPLACEMENT = "REPLACEMENT";

    /// What is decided, and how it is told.
    private record Deciding(String kind, String decision, EventType event) {}

    private final TickedLines ticked;
    private final BatchStore store;
    private final BatchLog log;
    private final OtherActions others;
    private final CarryingOut carryingOut;

    Batches(TickedLines ticked, BatchStore store, BatchLog log, OtherActions others, CarryingOut carryingOut) {
        this.ticked = ticked;
        this.store = store;
        this.log = log;
        this.others = others;
        this.carryingOut = carryingOut;
    }

    /// The actions were done, their letters are made: one for a customer where the action says so. The items go on with
    /// the following ones.
    ///
    /// @throws Problem forbidden, or invalid
    @Transactional
    public BatchResult validate(SignedIn user, Scope scope, Ticked what, Remark remark) {
        return decide(user, scope, what, remark, new Deciding(VALIDATION, "VALIDATED", EventType.ACTION_VALIDATED));
    }

    /// The actions are skipped; each sequence goes on with the following one at its own date.
    ///
    /// @throws Problem as `validate`
    @Transactional
    public BatchResult ignore(SignedIn user, Scope scope, Ticked what, Remark remark) {
        ActionLog.requireNoHold(remark);
        return decide(user, scope, what, remark, new Deciding(SUSPENSION, "IGNORED", EventType.ACTION_IGNORED));
    }

    /// Another action takes the place of the planned ones. It is not done yet.
    ///
    /// @throws Problem as `validate`
    @Transactional
    public BatchResult replace(SignedIn user, Scope scope, Ticked what, OtherAction other, Remark remark) {
        ActionLog.requireCollector(user);
        var comment = ActionLog.comment(remark.comment());
        var instead = others.of(user, other);
        var sorted = sort(scope, what, instead);
        if (sorted.doable.isEmpty()) {
            return new BatchResult(null, 0, sorted.leftOut);
        }
        var batch = store.insert(REPLACEMENT, user.id(), log.now(), sorted.doable.size(), sorted.leftOut.size());
        replace(user, sorted.doable, instead, comment, batch);
        log.planAnew(sorted.doable);
        log.audit(user, batch, REPLACEMENT, comment, null, sorted.doable.size(), sorted.leftOut.size());
        return new BatchResult(batch, sorted.doable.size(), sorted.leftOut);
    }

    /// Takes back what of a batch still is the last word on its item, as far as the caller sees it.
    ///
    /// @throws Problem forbidden, not found, or conflict when all of it is undone already
    @Transactional
    public BatchResult undo(SignedIn user, Scope scope, long batch) {
        ActionLog.requireCollector(user);
        var kind = store.kind(batch).orElseThrow(ActionLog::unknown);
        var items = store.itemsOf(scope, batch);
        if (items.isEmpty()) {
            throw Problem.conflict("worklist.problem.batchUndone");
        }
        var places = store.lock(scope, items);
        var now = log.now();
        var replacements = store.undoReplacements(batch, places.keySet(), user.id(), now);
        var decisions = store.undoDecisions(batch, places.keySet(), user.id(), now);
        log.undone(user, places, replacements, EventType.REPLACEMENT_UNDONE, batch);
        log.undone(
                user,
                places,
                decisions,
                kind.equals(VALIDATION) ? EventType.VALIDATION_UNDONE : EventType.SUSPENSION_UNDONE,
                batch);
        var undone = new HashSet<RowId>();
        (kind.equals(REPLACEMENT) ? replacements : decisions)
                .forEach(each -> undone.add(each.action().item()));
        var made = decisions.stream()
                .flatMap(each -> each.made().stream())
                .distinct()
                .toList();
        var recall = carryingOut.takeBack(user, scope, made);
        log.planAnew(undone.stream().map(places::get).toList());
        var documents = store.documents(scope, items);
        var leftOut = items.stream()
                .filter(item -> !undone.contains(item))
                .map(item -> new LeftOut(
                        item,
                        documents.getOrDefault(item, ""),
                        places.containsKey(item) ? Reason.NOT_LAST : Reason.SETTLED))
                .toList();
        log.audit(user, batch, "UNDONE", "", null, undone.size(), leftOut.size());
        return new BatchResult(batch, undone.size(), leftOut, List.of(), recall);
    }

    private BatchResult decide(SignedIn user, Scope scope, Ticked what, Remark remark, Deciding deciding) {
        ActionLog.requireCollector(user);
        var comment = ActionLog.comment(remark.comment());
        var outcome = ActionLog.outcome(remark.outcome());
        var next = Optional.ofNullable(remark.next()).map(other -> others.of(user, other));
        var wanted = sort(scope, what, null);
        if (wanted.doable.isEmpty()) {
            return new BatchResult(null, 0, wanted.leftOut);
        }
        var heldUntil = log.heldUntil(remark.until(), outcome, wanted.doable);
        var sent = deciding.event == EventType.ACTION_VALIDATED
                ? carryingOut.of(user, scope, remark, wanted.doable)
                : Dispatched.NOTHING;
        var sorted = wanted.without(sent.refused());
        if (sorted.doable.isEmpty()) {
            return new BatchResult(null, 0, sorted.leftOut);
        }
        var count = sorted.doable.size();
        var batch = store.insert(deciding.kind, user.id(), log.now(), count, sorted.leftOut.size());
        var told = log.decided(user, sorted.doable, deciding.event, comment, outcome, heldUntil, sent.made(), batch);
        store.decide(deciding.decision, told, user.id(), log.now(), comment, outcome, heldUntil, batch);
        log.planAnew(sorted.doable);
        next.ifPresent(other -> follow(user, scope, sorted.doable, other, batch));
        log.audit(user, batch, deciding.kind, comment, outcome, count, sorted.leftOut.size());
        return new BatchResult(
                batch,
                count,
                sorted.leftOut,
                sent.made().values().stream()
                        .distinct()
                        .sorted(Outgoing.BY_NUMBER)
                        .toList(),
                Recall.NOTHING);
    }

    /// The next step said in the same form takes the place of what the strategy has next, where it has something.
    private void follow(SignedIn user, Scope scope, List<Planned> decided, Substitute next, long batch) {
        var items = decided.stream().map(Planned::item).toList();
        var following = store.lock(scope, items).values().stream()
                .filter(planned -> planned.plan().getCode() != null && next.fits(planned.plan()))
                .toList();
        if (!following.isEmpty()) {
            replace(user, following, next, "", batch);
            log.planAnew(following);
        }
    }

    private void replace(SignedIn user, List<Planned> planned, Substitute other, String comment, long batch) {
        var told = log.replaced(user, planned, other, comment, batch);
        store.replace(told, other, user.id(), log.now(), comment, batch);
    }

    /// What can be decided, and what cannot and why.
    private record Sorted(List<Planned> doable, List<LeftOut> leftOut) {

        /// What could not be made is not decided either.
        Sorted without(Map<RowId, Why> refused) {
            if (refused.isEmpty()) {
                return this;
            }
            var others = new ArrayList<>(leftOut);
            for (var planned : doable) {
                var why = refused.get(planned.item());
                if (why != null) {
                    others.add(new LeftOut(planned.item(), planned.plan().getDocument(), why));
                }
            }
            return new Sorted(
                    doable.stream()
                            .filter(planned -> !refused.containsKey(planned.item()))
                            .toList(),
                    others);
        }
    }

    /// @param instead what shall take the place of the steps; null: nothing
    private Sorted sort(Scope scope, Ticked what, @Nullable Substitute instead) {
        var lines = ticked.of(scope, what);
        var planned = store.lock(scope, lines.keySet());
        var doable = new ArrayList<Planned>();
        var reasons = new LinkedHashMap<RowId, Reason>();
        lines.forEach((item, line) -> whyNot(line, planned.get(item), instead)
                .ifPresentOrElse(reason -> reasons.put(item, reason), () -> doable.add(planned.get(item))));
        return new Sorted(doable, leftOut(scope, reasons, planned.keySet()));
    }

    private static Optional<Reason> whyNot(Line line, @Nullable Planned planned, @Nullable Substitute instead) {
        if (planned == null) {
            return Optional.of(Reason.SETTLED);
        }
        var plan = planned.plan();
        if (line.occurrence() != null && !line.occurrence().equals(plan.getOccurrence())) {
            return Optional.of(line.occurrence() < plan.getOccurrence() ? Reason.ALREADY_DECIDED : Reason.UNKNOWN);
        }
        if (plan.getCode() == null) {
            return Optional.of(Reason.NO_ACTION);
        }
        if (line.code() != null && !line.code().equals(plan.getCode())) {
            return Optional.of(Reason.CHANGED);
        }
        if (instead == null) {
            return Optional.empty();
        }
        if (plan.getReplaced()) {
            return Optional.of(Reason.ALREADY_REPLACED);
        }
        return instead.fits(plan) ? Optional.empty() : Optional.of(Reason.UNKNOWN_CODE);
    }

    /// What has no plan is settled, or not known to the caller.
    private List<LeftOut> leftOut(Scope scope, Map<RowId, Reason> reasons, Set<RowId> planned) {
        var documents = store.documents(scope, reasons.keySet());
        return reasons.entrySet().stream()
                .map(entry -> {
                    var item = entry.getKey();
                    var document = documents.get(item);
                    var reason = document == null && !planned.contains(item) ? Reason.UNKNOWN : entry.getValue();
                    return new LeftOut(item, document == null ? "" : document, reason);
                })
                .toList();
    }
}
