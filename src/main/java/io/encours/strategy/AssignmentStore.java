package io.encours.strategy;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.strategy.Tables.ASSIGNMENT_LIST;
import static encours.db.strategy.Tables.ASSIGNMENT_RULE;
import static encours.db.strategy.Tables.STRATEGY_;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of the list of rules.
@Component
class AssignmentStore {

    /// Of who says which strategy customers follow.
    static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('strategy assignment', 0))";

    private final DSLContext db;
    private final Clock clock;

    AssignmentStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// One writer at a time, and nobody beside who changes what the rules look at: neither sees what the other
    /// has written until its transaction ends, so each would leave the plan as the other's facts or rules were not
    /// (docs/decisions/0021).
    void lock() {
        db.execute(LOCK);
    }

    /// Until the end of the transaction, which changes what the rules look at, they stay as they are. To be taken
    /// before anything is marked or planned: who writes rules plans, too.
    void hold() {
        db.execute("select pg_advisory_xact_lock_shared(hashtextextended('strategy assignment', 0))");
    }

    /// The whole list in force.
    AssignmentRules all() {
        var rules = db.select(
                        ASSIGNMENT_RULE.LABEL,
                        COMPANY_.CODE,
                        ASSIGNMENT_RULE.GROUPS,
                        ASSIGNMENT_RULE.COUNTRIES,
                        ASSIGNMENT_RULE.RISK_CLASSES,
                        ASSIGNMENT_RULE.PAYMENT_METHODS,
                        ASSIGNMENT_RULE.OVERDUE_FROM,
                        ASSIGNMENT_RULE.OVERDUE_BELOW,
                        STRATEGY_.CODE)
                .from(ASSIGNMENT_RULE)
                .join(STRATEGY_)
                .on(STRATEGY_.ID.eq(ASSIGNMENT_RULE.STRATEGY_ID))
                .leftJoin(COMPANY_)
                .on(COMPANY_.ID.eq(ASSIGNMENT_RULE.COMPANY_ID))
                .orderBy(ASSIGNMENT_RULE.POSITION)
                .fetch(row -> new AssignmentRule(
                        row.value1(),
                        row.value2(),
                        Arrays.asList(row.value3()),
                        Arrays.asList(row.value4()),
                        Arrays.asList(row.value5()),
                        Arrays.asList(row.value6()),
                        amount(row.value7()),
                        amount(row.value8()),
                        row.value9()));
        return db.select(ASSIGNMENT_LIST.VERSION, ASSIGNMENT_LIST.SAVED_AT, APP_USER.NAME, ASSIGNMENT_LIST.COMMENT)
                .from(ASSIGNMENT_LIST)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(ASSIGNMENT_LIST.SAVED_BY))
                .orderBy(ASSIGNMENT_LIST.VERSION.desc())
                .limit(1)
                .fetchOptional(row ->
                        new AssignmentRules(row.value1(), rules, row.value2().toInstant(), row.value3(), row.value4()))
                .orElse(new AssignmentRules(0, rules, null, null, ""));
    }

    /// Replaces the list.
    void write(List<AssignmentRule> rules) {
        db.deleteFrom(ASSIGNMENT_RULE).execute();
        var position = 0;
        for (var rule : rules) {
            db.execute(
                    """
                    insert into strategy.assignment_rule (
                        position, label, company_id, groups, countries, risk_classes, payment_methods, group_keys, country_keys,
                        risk_class_keys, payment_method_keys, overdue_from, overdue_below, strategy_id)
                    select ?, ?, (select id from company.company where code = ?), g, c, r, m,
                        array(select lower(btrim(x)) from unnest(g) x), array(select lower(btrim(x)) from unnest(c) x),
                        array(select lower(btrim(x)) from unnest(r) x), array(select lower(btrim(x)) from unnest(m) x),
                        ?, ?, (select id from strategy.strategy where code = ?)
                    from (values (?::text[], ?::text[], ?::text[], ?::text[])) w (g, c, r, m)
                    """,
                    ++position,
                    rule.label(),
                    rule.company(),
                    rule.overdueFrom(),
                    rule.overdueBelow(),
                    rule.strategy(),
                    rule.groups().toArray(String[]::new),
                    rule.countries().toArray(String[]::new),
                    rule.riskClasses().toArray(String[]::new),
                    rule.paymentMethods().toArray(String[]::new));
        }
    }

    /// Keeps the list as it is now as this version.
    void keep(int version, long userId, String comment) {
        db.insertInto(ASSIGNMENT_LIST)
                .set(ASSIGNMENT_LIST.VERSION, version)
                .set(ASSIGNMENT_LIST.SAVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(ASSIGNMENT_LIST.SAVED_BY, userId)
                .set(ASSIGNMENT_LIST.COMMENT, comment)
                .execute();
        db.execute("""
                insert into strategy.assignment_rule_version (
                    version, position, label, company_id, groups, countries, risk_classes, payment_methods, overdue_from,
                    overdue_below, strategy_id)
                select ?, position, label, company_id, groups, countries, risk_classes, payment_methods, overdue_from,
                    overdue_below, strategy_id
                from strategy.assignment_rule
                """, version);
    }

    boolean asksForAmounts() {
        return db.fetchExists(
                ASSIGNMENT_RULE,
                ASSIGNMENT_RULE.OVERDUE_FROM.isNotNull().or(ASSIGNMENT_RULE.OVERDUE_BELOW.isNotNull()));
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal stored) {
        return Optional.ofNullable(stored)
                .map(BigDecimal::stripTrailingZeros)
                .map(plain -> plain.setScale(Math.max(2, plain.scale())))
                .orElse(null);
    }
}
