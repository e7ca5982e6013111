package io.encours.worklist;

import static encours.db.worklist.Tables.PLANNED_ACTION;
import static encours.db.worklist.Tables.STOPPED_ACTION;

import encours.db.worklist.tables.records.PlannedActionRecord;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.worklist.automatic.Guard;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What is next for the open items of a customer. Lists over many customers join `worklist.planned_action`
/// (customer_id, item_id) in their own query instead.
@Service
public class NextActions {

    /// The next action of an item, or the reason why there is none.
    ///
    /// @param until when the reason ends; null: not known
    public record Next(
            Optional<ItemView.Next> action,
            Optional<NoAction> reason,
            @Nullable LocalDate until) {}

    private final DSLContext db;

    NextActions(DSLContext db) {
        this.db = db;
    }

    /// By item; open items of the customer only, none when it is outside of the scope.
    public Map<RowId, Next> ofCustomer(Scope scope, long customerId) {
        return db.select(PLANNED_ACTION.fields())
                .select(STOPPED_ACTION.GUARD)
                .from(PLANNED_ACTION)
                .leftJoin(STOPPED_ACTION)
                .on(ItemViews.STOPPED)
                .where(
                        PLANNED_ACTION.CUSTOMER_ID.eq(customerId),
                        scope.covers(PLANNED_ACTION.COMPANY_ID, PLANNED_ACTION.AGENT_ID))
                .fetchMap(
                        row -> new RowId(row.get(PLANNED_ACTION.CUSTOMER_ID), row.get(PLANNED_ACTION.ITEM_ID)),
                        row -> next(
                                row.into(PLANNED_ACTION),
                                Optional.ofNullable(row.get(STOPPED_ACTION.GUARD))
                                        .map(Guard::valueOf)
                                        .orElse(null)));
    }

    private static Next next(PlannedActionRecord row, @Nullable Guard stoppedBy) {
        return new Next(
                Optional.ofNullable(row.getCode()).map(code -> action(row, code, stoppedBy)),
                Optional.ofNullable(row.getReason()).map(NoAction::valueOf),
                row.getUntil());
    }

    private static ItemView.Next action(PlannedActionRecord row, String code, @Nullable Guard stoppedBy) {
        return new ItemView.Next(
                new ActionId(new RowId(row.getCustomerId(), row.getItemId()), row.getOccurrence()),
                code,
                Objects.requireNonNull(row.getLabel()),
                ActionType.valueOf(Objects.requireNonNull(row.getType())),
                Stage.valueOf(Objects.requireNonNull(row.getStage())),
                Objects.requireNonNull(row.getActionDate()),
                Objects.requireNonNull(row.getTheoreticalDate()),
                row.getUntil(),
                stoppedBy);
    }
}
