package io.encours.worklist;

import static encours.db.strategy.Tables.STRATEGY_ACTION;
import static encours.db.worklist.Tables.DONE_ACTION;
import static encours.db.worklist.Tables.PLANNED_ACTION;

import encours.db.worklist.tables.records.DoneActionRecord;
import encours.db.worklist.tables.records.PlannedActionRecord;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Steps that were done before they are written down here, each on a day of its own: the history that comes with a
/// ledger taken over from elsewhere. They obey the plan as `Actions` does: only the step that is next can have been
/// done,
/// and the plan goes on from the day it was done.
@Service
public class PastActions {

    /// A step that is next on its item, and planned for a day that has come.
    ///
    /// @param agentId who collects from the customer; null: nobody
    /// @param type name of an `ActionType`
    public record Due(ActionId action, @Nullable Long agentId, String code, String type, LocalDate actionDate) {}

    /// What became of a step.
    public enum Fate {
        DONE(EventType.ACTION_VALIDATED, "VALIDATED"),
        SKIPPED(EventType.ACTION_IGNORED, "IGNORED");

        private final EventType event;
        private final String decision;

        Fate(EventType event, String decision) {
            this.event = event;
            this.decision = decision;
        }
    }

    /// @param on business date
    /// @param outcome of a call
    public record PastStep(
            ActionId action,
            Fate fate,
            LocalDate on,
            SignedIn by,
            @Nullable Outcome outcome,
            String comment) {}

    private final DSLContext db;
    private final Timeline timeline;
    private final Planning planning;
    private final Clock clock;

    PastActions(DSLContext db, Timeline timeline, Planning planning, Clock clock) {
        this.db = db;
        this.timeline = timeline;
        this.planning = planning;
        this.clock = clock;
    }

    /// Next steps of a company planned for `day` or before, oldest first; without those that were replaced.
    public List<Due> dueBy(long companyId, LocalDate day) {
        return db.selectFrom(PLANNED_ACTION)
                .where(
                        PLANNED_ACTION.COMPANY_ID.eq(companyId),
                        PLANNED_ACTION.CODE.isNotNull(),
                        PLANNED_ACTION.REPLACED.isFalse(),
                        PLANNED_ACTION.ACTION_DATE.le(day))
                .orderBy(PLANNED_ACTION.ACTION_DATE, PLANNED_ACTION.CUSTOMER_ID, PLANNED_ACTION.ITEM_ID)
                .fetch(row -> new Due(id(row), row.getAgentId(), row.getCode(), row.getType(), row.getActionDate()));
    }

    /// Something was done in the company already, here or before.
    public boolean areKnown(long companyId) {
        return db.fetchExists(DONE_ACTION, DONE_ACTION.COMPANY_ID.eq(companyId));
    }

    /// Writes down what was done and plans the customers anew. A step that is not next on its item is left out.
    ///
    /// @return number of steps written
    @Transactional
    public int record(long companyId, List<PastStep> steps) {
        var planned = planned(companyId, steps);
        var finals = finals();
        var rows = new ArrayList<DoneActionRecord>();
        for (var step : steps) {
            var next = planned.get(step.action());
            if (next != null) {
                rows.add(row(step, next, finals));
            }
        }
        db.batchInsert(rows).execute();
        planning.planCustomers(
                companyId,
                rows.stream().map(DoneActionRecord::getCustomerId).distinct().toList());
        return rows.size();
    }

    private Map<ActionId, PlannedActionRecord> planned(long companyId, List<PastStep> steps) {
        var wanted = new HashSet<ActionId>();
        steps.forEach(step -> wanted.add(step.action()));
        var planned = new HashMap<ActionId, PlannedActionRecord>();
        db.selectFrom(PLANNED_ACTION)
                .where(
                        PLANNED_ACTION.COMPANY_ID.eq(companyId),
                        PLANNED_ACTION.CUSTOMER_ID.in(wanted.stream()
                                .map(action -> action.item().customer())
                                .distinct()
                                .toList()),
                        PLANNED_ACTION.CODE.isNotNull(),
                        PLANNED_ACTION.REPLACED.isFalse())
                .forUpdate()
                .forEach(row -> {
                    if (wanted.contains(id(row))) {
                        planned.put(id(row), row);
                    }
                });
        return planned;
    }

    private Set<List<Object>> finals() {
        return new HashSet<>(db.select(STRATEGY_ACTION.STRATEGY_ID, STRATEGY_ACTION.CODE)
                .from(STRATEGY_ACTION)
                .where(STRATEGY_ACTION.FINAL)
                .fetch(row -> List.of(row.value1(), row.value2())));
    }

    private DoneActionRecord row(PastStep step, PlannedActionRecord planned, Set<List<Object>> finals) {
        var row = planned.into(DONE_ACTION);
        row.touched(true);
        row.reset(DONE_ACTION.ID);
        row.setDecision(step.fate().decision);
        row.setStepCode(planned.getCode());
        row.setFinal(step.fate() == Fate.DONE && finals.contains(List.of(planned.getStrategyId(), planned.getCode())));
        row.setDoneOn(step.on());
        row.setDoneAt(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        row.setDoneBy(step.by().id());
        row.setComment(step.comment());
        row.setOutcome(step.outcome() == null ? null : step.outcome().name());
        row.setEventId(timeline.record(new NewEvent(
                planned.getCompanyId(),
                planned.getCustomerId(),
                step.on(),
                step.by(),
                step.fate().event,
                planned.getType(),
                step.comment(),
                row.getOutcome(),
                Map.of(
                        "code", planned.getCode(),
                        "label", planned.getLabel(),
                        "date", planned.getActionDate().toString(),
                        "theoreticalDate", planned.getTheoreticalDate().toString()),
                List.of(planned.getItemId()))));
        return row;
    }

    private static ActionId id(PlannedActionRecord row) {
        return new ActionId(new RowId(row.getCustomerId(), row.getItemId()), row.getOccurrence());
    }
}
