package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static encours.db.worklist.Tables.STOPPED_ACTION;

import io.encours.platform.ActionId;
import io.encours.platform.BusinessDate;
import io.encours.platform.Money;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.worklist.automatic.Guard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.springframework.stereotype.Service;

/// Reads one item with its next action.
@Service
public class ItemViews {

    /// What was stopped when the planned action was to go out by itself.
    static final Condition STOPPED = STOPPED_ACTION
            .CUSTOMER_ID
            .eq(PLANNED_ACTION.CUSTOMER_ID)
            .and(STOPPED_ACTION.ITEM_ID.eq(PLANNED_ACTION.ITEM_ID))
            .and(STOPPED_ACTION.OCCURRENCE.eq(PLANNED_ACTION.OCCURRENCE))
            .and(STOPPED_ACTION.CODE.eq(PLANNED_ACTION.CODE));

    /// Items with their customer, company and plan.
    static final Table<?> TABLES = OPEN_ITEM
            .join(CUSTOMER_)
            .on(CUSTOMER_.ID.eq(OPEN_ITEM.CUSTOMER_ID))
            .join(COMPANY_)
            .on(COMPANY_.ID.eq(OPEN_ITEM.COMPANY_ID))
            .leftJoin(PLANNED_ACTION)
            .on(PLANNED_ACTION.CUSTOMER_ID.eq(OPEN_ITEM.CUSTOMER_ID), PLANNED_ACTION.ITEM_ID.eq(OPEN_ITEM.ID))
            .leftJoin(STOPPED_ACTION)
            .on(STOPPED);

    private final DSLContext db;
    private final BusinessDate businessDate;

    ItemViews(DSLContext db, BusinessDate businessDate) {
        this.db = db;
        this.businessDate = businessDate;
    }

    /// Empty when there is no such item in the scope; also an item that is settled is found.
    public Optional<ItemView> find(Scope scope, RowId item) {
        return select(db)
                .from(TABLES)
                .where(
                        OPEN_ITEM.CUSTOMER_ID.eq(item.customer()),
                        OPEN_ITEM.ID.eq(item.id()),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchOptional(row -> {
                    var settled = row.get(OPEN_ITEM.SETTLED_ON) != null;
                    return view(
                            row,
                            settled ? BigDecimal.ZERO : row.get(OPEN_ITEM.REMAINING),
                            businessDate.today(ZoneId.of(row.get(COMPANY_.TIME_ZONE))));
                });
    }

    /// Id of the strategy that planned the item's action; empty: there is none, or not in the scope.
    public Optional<Long> strategyOf(Scope scope, RowId item) {
        return db.select(PLANNED_ACTION.STRATEGY_ID)
                .from(PLANNED_ACTION)
                .where(
                        PLANNED_ACTION.CUSTOMER_ID.eq(item.customer()),
                        PLANNED_ACTION.ITEM_ID.eq(item.id()),
                        scope.covers(PLANNED_ACTION.COMPANY_ID, PLANNED_ACTION.AGENT_ID))
                .fetchOptional(PLANNED_ACTION.STRATEGY_ID);
    }

    static SelectSelectStep<Record> select(DSLContext db) {
        return db.select(OPEN_ITEM.fields())
                .select(PLANNED_ACTION.fields())
                .select(CUSTOMER_.CODE, CUSTOMER_.NAME, COMPANY_.CODE, COMPANY_.TIME_ZONE, STOPPED_ACTION.GUARD);
    }

    /// @param remaining on the day that is meant
    static ItemView view(Record row, BigDecimal remaining, LocalDate today) {
        var currency = row.get(OPEN_ITEM.CURRENCY);
        var original = row.get(OPEN_ITEM.ORIGINAL);
        var id = new RowId(row.get(OPEN_ITEM.CUSTOMER_ID), row.get(OPEN_ITEM.ID));
        var settled = remaining.signum() == 0;
        return new ItemView(
                id,
                row.get(COMPANY_.CODE),
                row.get(CUSTOMER_.CODE),
                row.get(CUSTOMER_.NAME),
                row.get(OPEN_ITEM.DOCUMENT),
                ItemKind.valueOf(row.get(OPEN_ITEM.KIND)),
                row.get(OPEN_ITEM.DOCUMENT_DATE),
                row.get(OPEN_ITEM.DUE_DATE),
                row.get(OPEN_ITEM.PAYMENT_METHOD),
                row.get(OPEN_ITEM.CONTROL_ACCOUNT),
                Money.of(original, currency),
                Money.of(remaining, currency),
                settled
                        ? ItemView.State.SETTLED
                        : remaining.compareTo(original) == 0 ? ItemView.State.OPEN : ItemView.State.PARTLY_SETTLED,
                Colour.of(original, row.get(OPEN_ITEM.DUE_DATE), today),
                next(row, id),
                Optional.ofNullable(row.get(PLANNED_ACTION.REASON))
                        .map(NoAction::valueOf)
                        .or(() -> settled ? Optional.of(NoAction.SETTLED) : Optional.empty()));
    }

    private static Optional<ItemView.Next> next(Record row, RowId item) {
        return Optional.ofNullable(row.get(PLANNED_ACTION.CODE))
                .map(code -> new ItemView.Next(
                        new ActionId(item, row.get(PLANNED_ACTION.OCCURRENCE)),
                        code,
                        row.get(PLANNED_ACTION.LABEL),
                        ActionType.valueOf(row.get(PLANNED_ACTION.TYPE)),
                        Stage.valueOf(row.get(PLANNED_ACTION.STAGE)),
                        row.get(PLANNED_ACTION.ACTION_DATE),
                        row.get(PLANNED_ACTION.THEORETICAL_DATE),
                        row.get(PLANNED_ACTION.UNTIL),
                        Optional.ofNullable(row.get(STOPPED_ACTION.GUARD))
                                .map(Guard::valueOf)
                                .orElse(null)));
    }
}
