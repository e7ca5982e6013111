package io.encours.strategy;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.strategy.Tables.STRATEGY_ACTION;
import static encours.db.strategy.Tables.STRATEGY_VERSION;
import static encours.db.strategy.Tables.STRATEGY_VERSION_ACTION;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import io.encours.strategy.Strategies.Saved;
import io.encours.strategy.Strategies.Version;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of what was: versions of strategies.
@Component
class StrategyVersions {

    private final DSLContext db;

    StrategyVersions(DSLContext db) {
        this.db = db;
    }

    /// Keeps the strategies as they are now as their version.
    void keep(Collection<Long> strategyIds, long userId, String comment) {
        var ids = strategyIds.toArray(Long[]::new);
        db.execute("""
                insert into strategy.strategy_version (
                    strategy_id, version, label, company_id, is_default, saved_at, saved_by, comment)
                select id, version, label, company_id, is_default, updated_at, ?, ? from strategy.strategy where id = any (?)
                """, userId, comment, ids);
        db.execute("""
                insert into strategy.strategy_version_action (
                    strategy_id, version, position, code, label, type, purpose, delay, anchor, payment_method, condition, stage,
                    mode, per_customer, minimum_amount, template, final)
                select s.id, s.version, a.position, a.code, a.label, a.type, a.purpose, a.delay, a.anchor, a.payment_method,
                    a.condition, a.stage, a.mode, a.per_customer, a.minimum_amount, a.template, a.final
                from strategy.strategy s join strategy.strategy_action a on a.strategy_id = s.id
                where s.id = any (?)
                """, (Object) ids);
    }

    /// The latest first.
    List<Version> of(Strategy strategy) {
        var actions = multiset(select(STRATEGY_VERSION_ACTION.fields())
                        .from(STRATEGY_VERSION_ACTION)
                        .where(
                                STRATEGY_VERSION_ACTION.STRATEGY_ID.eq(STRATEGY_VERSION.STRATEGY_ID),
                                STRATEGY_VERSION_ACTION.VERSION.eq(STRATEGY_VERSION.VERSION))
                        .orderBy(STRATEGY_VERSION_ACTION.POSITION))
                .convertFrom(rows -> rows.into(STRATEGY_ACTION).map(StrategyStore::action));
        return db.select(
                        STRATEGY_VERSION.VERSION,
                        STRATEGY_VERSION.LABEL,
                        COMPANY_.CODE,
                        STRATEGY_VERSION.IS_DEFAULT,
                        STRATEGY_VERSION.SAVED_AT,
                        APP_USER.NAME,
                        STRATEGY_VERSION.COMMENT,
                        actions)
                .from(STRATEGY_VERSION)
                .leftJoin(COMPANY_)
                .on(COMPANY_.ID.eq(STRATEGY_VERSION.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(STRATEGY_VERSION.SAVED_BY))
                .where(STRATEGY_VERSION.STRATEGY_ID.eq(strategy.id()))
                .orderBy(STRATEGY_VERSION.VERSION.desc())
                .fetch(row -> new Version(
                        new Strategy(
                                strategy.id(),
                                strategy.code(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value1(),
                                row.value8()),
                        saved(row.value5(), row.value6(), row.value7())));
    }

    /// When each strategy was saved last.
    Map<Long, Saved> latest() {
        return db.select(
                        STRATEGY_VERSION.STRATEGY_ID,
                        STRATEGY_VERSION.SAVED_AT,
                        APP_USER.NAME,
                        STRATEGY_VERSION.COMMENT)
                .distinctOn(STRATEGY_VERSION.STRATEGY_ID)
                .from(STRATEGY_VERSION)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(STRATEGY_VERSION.SAVED_BY))
                .orderBy(STRATEGY_VERSION.STRATEGY_ID, STRATEGY_VERSION.VERSION.desc())
                .fetchMap(STRATEGY_VERSION.STRATEGY_ID, row -> saved(row.value2(), row.value3(), row.value4()));
    }

    private static Saved saved(OffsetDateTime at, @Nullable String by, String comment) {
        return new Saved(at.toInstant(), Optional.ofNullable(by), comment);
    }
}
