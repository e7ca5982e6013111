package io.encours.worklist;

import encours.db.worklist.tables.records.PlannedActionRecord;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import io.encours.worklist.ActionStore.Place;
import io.encours.worklist.BatchStore.Planned;
import io.encours.worklist.BatchStore.Told;
import io.encours.worklist.BatchStore.Undone;
import io.encours.worklist.outgoing.Outgoing;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells of what a batch does: an event for each item, one entry in the audit trail, and the plan after it.
@Component
class BatchLog {

    private final ActionLog log;
    private final Timeline timeline;
    private final Planning planning;
    private final Audit audit;

    BatchLog(ActionLog log, Timeline timeline, Planning planning, Audit audit) {
        this.log = log;
        this.timeline = timeline;
        this.planning = planning;
        this.audit = audit;
    }

    OffsetDateTime now() {
        return log.now();
    }

    /// As of one item, on the earliest of the business dates of these companies.
    @Nullable
    LocalDate heldUntil(@Nullable LocalDate until, @Nullable String outcome, Collection<Planned> planned) {
        var today = planned.stream()
                .map(each -> log.today(each.place()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        return ActionLog.heldUntil(until, outcome, today);
    }

    List<Told> decided(
            SignedIn user,
            List<Planned> planned,
            EventType type,
            String comment,
            @Nullable String outcome,
            @Nullable LocalDate heldUntil,
            Map<RowId, Outgoing> made,
            long batch) {
        log.conclude(
                user,
                planned.stream().map(each -> each.action().item().customer()).collect(Collectors.toSet()),
                outcome);
        return tell(
                planned,
                made,
                each -> event(
                        user,
                        each.action(),
                        each.place(),
                        type,
                        each.plan().getType(),
                        comment,
                        outcome,
                        ActionLog.details(each.plan(), heldUntil, made.get(each.item())),
                        batch));
    }

    List<Told> replaced(SignedIn user, List<Planned> planned, Substitute other, String comment, long batch) {
        return tell(planned, Map.of(), each -> {
            var row = other.inPlaceOf(each.plan());
            return event(
                    user,
                    each.action(),
                    each.place(),
                    EventType.ACTION_REPLACED,
                    row.getType(),
                    comment,
                    null,
                    ActionLog.details(each.plan(), row),
                    batch);
        });
    }

    void undone(SignedIn user, Map<RowId, Planned> places, List<Undone> undone, EventType type, long batch) {
        timeline.recordAll(undone.stream()
                .map(each -> event(
                        user,
                        each.action(),
                        Objects.requireNonNull(places.get(each.action().item())).place(),
                        type,
                        each.type(),
                        "",
                        null,
                        Map.of("code", each.code(), "label", each.label()),
                        batch))
                .toList());
    }

    /// Plans the customers of these items anew.
    void planAnew(Collection<Planned> planned) {
        planned.stream()
                .map(Planned::plan)
                .collect(Collectors.groupingBy(
                        PlannedActionRecord::getCompanyId,
                        Collectors.mapping(PlannedActionRecord::getCustomerId, Collectors.toSet())))
                .forEach(planning::planCustomers);
    }

    void audit(
            SignedIn user,
            long batch,
            String decision,
            String comment,
            @Nullable String outcome,
            int done,
            int leftOut) {
        var after = new HashMap<String, Object>();
        after.put("decision", decision);
        after.put("comment", comment);
        after.put("items", done);
        after.put("leftOut", leftOut);
        if (outcome != null) {
            after.put("outcome", outcome);
        }
        audit.record(user, AuditKind.ACTION, "batch-" + batch, "", Map.of(), after);
    }

    private List<Told> tell(List<Planned> planned, Map<RowId, Outgoing> made, Function<Planned, NewEvent> event) {
        var events = planned.stream().map(event).toList();
        var ids = timeline.recordAll(events);
        var told = new ArrayList<Told>(planned.size());
        for (var index = 0; index < events.size(); index++) {
            var item = planned.get(index).item();
            told.add(new Told(item, ids.get(index), events.get(index).happenedOn(), made.get(item)));
        }
        return told;
    }

    private NewEvent event(
            SignedIn author,
            ActionId action,
            Place place,
            EventType type,
            String channel,
            String comment,
            @Nullable String outcome,
            Map<String, String> given,
            long batch) {
        var details = new HashMap<>(given);
        details.put("batch", String.valueOf(batch));
        if (place.absent() != null) {
            details.put(NewEvent.ON_BEHALF_OF, place.absent());
        }
        return new NewEvent(
                place.companyId(),
                action.item().customer(),
                log.today(place),
                author,
                type,
                channel,
                comment,
                outcome,
                details,
                List.of(action.item().id()));
    }
}
