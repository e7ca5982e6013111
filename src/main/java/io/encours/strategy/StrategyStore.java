package io.encours.strategy;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.strategy.Tables.ASSIGNMENT_RULE;
import static encours.db.strategy.Tables.STRATEGY_;
import static encours.db.strategy.Tables.STRATEGY_ACTION;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import encours.db.strategy.tables.records.StrategyActionRecord;
import io.encours.platform.Scope;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of strategies.
@Component
class StrategyStore {

    private final DSLContext db;
    private final Clock clock;

    StrategyStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Strategy> within(Scope scope) {
        return fetch(STRATEGY_.COMPANY_ID.isNull().or(STRATEGY_.COMPANY_ID.in(scope.companies())));
    }

    Optional<Strategy> find(String code) {
        return fetch(STRATEGY_.CODE.eq(code)).stream().findFirst();
    }

    Optional<Strategy> find(long id) {
        return fetch(STRATEGY_.ID.eq(id)).stream().findFirst();
    }

    /// A rule says that customers follow it.
    boolean isNamedByARule(String code) {
        return db.fetchExists(db.selectOne()
                .from(ASSIGNMENT_RULE)
                .join(STRATEGY_)
                .on(STRATEGY_.ID.eq(ASSIGNMENT_RULE.STRATEGY_ID))
                .where(STRATEGY_.CODE.eq(code)));
    }

    /// One writer of a strategy at a time, also of one that is not there yet.
    void lock(String code) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('strategy ' || ?, 0))", code);
        db.execute(AssignmentStore.LOCK);
    }

    /// Amounts as they come back from the database, so that what is put twice compares equal.
    List<StrategyAction> asStored(List<StrategyAction> actions) {
        return actions.stream().map(action -> action(row(0, 0, action))).toList();
    }

    /// Replaces the strategy with its code, or creates it; as a default it takes the place of the one before it.
    ///
    /// @return ids of the strategies that have a new version now
    List<Long> write(Strategy strategy, @Nullable Long companyId) {
        var changed = new ArrayList<Long>();
        if (strategy.isDefault()) {
            db.update(STRATEGY_)
                    .set(STRATEGY_.IS_DEFAULT, false)
                    .set(STRATEGY_.VERSION, STRATEGY_.VERSION.plus(1))
                    .where(
                            STRATEGY_.IS_DEFAULT.isTrue(),
                            STRATEGY_.COMPANY_ID.isNotDistinctFrom(companyId),
                            STRATEGY_.CODE.ne(strategy.code()))
                    .returning(STRATEGY_.ID)
                    .fetch()
                    .forEach(row -> changed.add(row.getId()));
        }
        var id = db.insertInto(STRATEGY_)
                .set(STRATEGY_.CODE, strategy.code())
                .set(STRATEGY_.LABEL, strategy.label())
                .set(STRATEGY_.COMPANY_ID, companyId)
                .set(STRATEGY_.IS_DEFAULT, strategy.isDefault())
                .set(STRATEGY_.UPDATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .onConflict(STRATEGY_.CODE)
                .doUpdate()
                .setAllToExcluded()
                .set(STRATEGY_.VERSION, STRATEGY_.VERSION.plus(1))
                .returning(STRATEGY_.ID)
                .fetchSingle()
                .getId();
        db.deleteFrom(STRATEGY_ACTION).where(STRATEGY_ACTION.STRATEGY_ID.eq(id)).execute();
        var rows = new ArrayList<StrategyActionRecord>();
        for (var action : strategy.actions()) {
            rows.add(row(id, rows.size() + 1, action));
        }
        db.batchInsert(rows).execute();
        changed.add(id);
        return changed;
    }

    private List<Strategy> fetch(org.jooq.Condition condition) {
        var actions = multiset(select(STRATEGY_ACTION.fields())
                        .from(STRATEGY_ACTION)
                        .where(STRATEGY_ACTION.STRATEGY_ID.eq(STRATEGY_.ID))
                        .orderBy(STRATEGY_ACTION.POSITION))
                .convertFrom(rows -> rows.into(STRATEGY_ACTION).map(StrategyStore::action));
        return db.select(
                        STRATEGY_.ID,
                        STRATEGY_.CODE,
                        STRATEGY_.LABEL,
                        COMPANY_.CODE,
                        STRATEGY_.IS_DEFAULT,
                        STRATEGY_.VERSION,
                        actions)
                .from(STRATEGY_)
                .leftJoin(COMPANY_)
                .on(COMPANY_.ID.eq(STRATEGY_.COMPANY_ID))
                .where(condition)
                .orderBy(STRATEGY_.CODE)
                .fetch(found -> new Strategy(
                        found.value1(),
                        found.value2(),
                        found.value3(),
                        found.value4(),
                        found.value5(),
                        found.value6(),
                        found.value7()));
    }

    private static StrategyActionRecord row(long strategyId, int position, StrategyAction action) {
        var row = new StrategyActionRecord();
        row.setStrategyId(strategyId);
        row.setPosition(position);
        row.setCode(action.code());
        row.setLabel(action.label());
        row.setType(action.type().name());
        row.setPurpose(action.purpose().name());
        row.setDelay(action.delay());
        row.setAnchor(action.anchor().name());
        row.setPaymentMethod(action.paymentMethod());
        row.setCondition(action.condition() == null ? null : action.condition().name());
        row.setStage(action.stage().name());
        row.setMode(action.mode().name());
        row.setPerCustomer(action.perCustomer());
        row.setMinimumAmount(action.minimumAmount());
        row.setTemplate(action.template());
        row.setFinal(action.isFinal());
        return row;
    }

    static StrategyAction action(StrategyActionRecord row) {
        return new StrategyAction(
                row.getCode(),
                row.getLabel(),
                ActionType.valueOf(row.getType()),
                Purpose.valueOf(row.getPurpose()),
                row.getDelay(),
                Anchor.valueOf(row.getAnchor()),
                row.getCondition() == null ? null : Condition.valueOf(row.getCondition()),
                row.getPaymentMethod(),
                Stage.valueOf(row.getStage()),
                Mode.valueOf(row.getMode()),
                row.getPerCustomer(),
                row.getMinimumAmount() == null ? null : amount(row.getMinimumAmount()),
                row.getTemplate(),
                row.getFinal());
    }

    /// With the decimals it was written with, two at least.
    private static BigDecimal amount(BigDecimal stored) {
        var plain = stored.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale()));
    }
}
