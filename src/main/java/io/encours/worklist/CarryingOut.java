package io.encours.worklist;

import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.strategy.Strategies;
import io.encours.strategy.Strategy;
import io.encours.worklist.BatchStore.Planned;
import io.encours.worklist.outgoing.Dispatch;
import io.encours.worklist.outgoing.Dispatch.Dispatched;
import io.encours.worklist.outgoing.Outgoing;
import io.encours.worklist.outgoing.Recall;
import io.encours.worklist.outgoing.Recall.Kept;
import io.encours.worklist.outgoing.Recall.Reason;
import io.encours.worklist.outgoing.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a validation makes besides being recorded, and what taking it back cancels.
@Component
class CarryingOut {

    private final Dispatch dispatch;
    private final Strategies strategies;
    private final ActionStore store;

    CarryingOut(Dispatch dispatch, Strategies strategies, ActionStore store) {
        this.dispatch = dispatch;
        this.strategies = strategies;
        this.store = store;
    }

    /// Makes the letters of these actions, unless the person does it on paper.
    Dispatched of(SignedIn user, Scope scope, Remark remark, List<Planned> planned) {
        if (!remark.createsLetter()) {
            return Dispatched.NOTHING;
        }
        var known = new HashMap<Long, Optional<Strategy>>();
        return dispatch.carryOut(
                user, scope, planned.stream().map(each -> step(each, known)).toList());
    }

    private Step step(Planned planned, Map<Long, Optional<Strategy>> known) {
        var plan = planned.plan();
        var strategy = plan.getStrategyId() == null
                ? Optional.<Strategy>empty()
                : known.computeIfAbsent(plan.getStrategyId(), strategies::byId);
        var action = Step.action(
                strategy,
                plan.getCode(),
                plan.getLabel(),
                ActionType.valueOf(plan.getType()),
                Stage.valueOf(plan.getStage()));
        return Step.of(planned.item(), plan.getCompanyId(), strategy, action);
    }

    /// After the decisions that made these are marked as undone. What others have made too stays for them.
    Recall takeBack(SignedIn user, Scope scope, Collection<Outgoing> made) {
        if (made.isEmpty()) {
            return Recall.NOTHING;
        }
        var standing = store.standing(made);
        var taken = dispatch.takeBack(
                user,
                scope,
                made.stream().filter(each -> !standing.contains(each)).toList());
        var cancelled = new ArrayList<Outgoing>();
        var kept = new ArrayList<Kept>();
        for (var each : made) {
            if (taken.contains(each)) {
                cancelled.add(each);
            } else {
                kept.add(new Kept(each, standing.contains(each) ? Reason.OTHER_ACTIONS : Reason.GONE));
            }
        }
        return new Recall(cancelled, kept);
    }
}
