package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.customer.Tables.CUSTOMER_CODE;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static encours.db.strategy.Tables.STRATEGY_;
import static encours.db.strategy.Tables.STRATEGY_ACTION;
import static encours.db.worklist.Tables.CHASING_SETTINGS;
import static encours.db.worklist.Tables.DONE_ACTION;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static encours.db.worklist.Tables.REPLACED_ACTION;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.strategy.StrategyAction;
import io.encours.worklist.Situation.DoneStep;
import io.encours.worklist.Situation.Item;
import io.encours.worklist.Situation.Replacement;
import io.encours.worklist.mirror.PlanChanges;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A company of its own with customers, items and what was done on them, written straight to the tables.
final class PlanFixture {

    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T08:00:00Z");
    private static final AtomicLong NUMBERS = new AtomicLong(1);

    final DSLContext db;
    final long company;
    final String companyCode;

    PlanFixture(DSLContext db, String country) {
        this.db = db;
        this.companyCode = "T" + NUMBERS.getAndIncrement();
        this.company = Objects.requireNonNull(db.insertInto(COMPANY_)
                .set(COMPANY_.CODE, companyCode)
                .set(COMPANY_.NAME, companyCode)
                .set(COMPANY_.COUNTRY, country)
                .set(COMPANY_.CREATED_AT, NOW)
                .returning(COMPANY_.ID)
                .fetchSingle()
                .getId());
    }

    /// In a company that is there already; strategies have the prefix of its code.
    PlanFixture(DSLContext db, Company company) {
        this.db = db;
        this.companyCode = company.code();
        this.company = company.id();
    }

    /// Planning on a database without the application around it.
    static Planning planning(DSLContext db) {
        return new Planning(new PlanningStore(db), new PlanChanges(db, Clock.systemUTC(), event -> {}));
    }

    static PlanningRuns runs(DSLContext db) {
        return new PlanningRuns(planning(db), new PlanningStore(db));
    }

    long strategy(String code, boolean isDefault, List<StrategyAction> actions) {
        var id = Objects.requireNonNull(db.insertInto(STRATEGY_)
                .set(STRATEGY_.CODE, companyCode + code)
                .set(STRATEGY_.LABEL, code)
                .set(STRATEGY_.COMPANY_ID, company)
                .set(STRATEGY_.IS_DEFAULT, isDefault)
                .set(STRATEGY_.UPDATED_AT, NOW)
                .returning(STRATEGY_.ID)
                .fetchSingle()
                .getId());
        for (var index = 0; index < actions.size(); index++) {
            var action = actions.get(index);
            db.insertInto(STRATEGY_ACTION)
                    .set(STRATEGY_ACTION.STRATEGY_ID, id)
                    .set(STRATEGY_ACTION.POSITION, index + 1)
                    .set(STRATEGY_ACTION.CODE, action.code())
                    .set(STRATEGY_ACTION.LABEL, action.label())
                    .set(STRATEGY_ACTION.TYPE, action.type().name())
                    .set(STRATEGY_ACTION.DELAY, action.delay())
                    .set(STRATEGY_ACTION.ANCHOR, action.anchor().name())
                    .set(STRATEGY_ACTION.PAYMENT_METHOD, action.paymentMethod())
                    .set(
                            STRATEGY_ACTION.CONDITION,
                            action.condition() == null
                                    ? null
                                    : action.condition().name())
                    .set(STRATEGY_ACTION.STAGE, action.stage().name())
                    .set(STRATEGY_ACTION.MINIMUM_AMOUNT, action.minimumAmount())
                    .set(STRATEGY_ACTION.FINAL, action.isFinal())
                    .execute();
        }
        return id;
    }

    long customer(@Nullable String strategy, boolean unidentified) {
        var id = NUMBERS.getAndIncrement() + 1_000_000;
        db.insertInto(CUSTOMER_CODE)
                .set(CUSTOMER_CODE.COMPANY_ID, company)
                .set(CUSTOMER_CODE.CODE, "C" + id)
                .set(CUSTOMER_CODE.CUSTOMER_ID, id)
                .execute();
        db.insertInto(CUSTOMER_)
                .set(CUSTOMER_.ID, id)
                .set(CUSTOMER_.COMPANY_ID, company)
                .set(CUSTOMER_.CODE, "C" + id)
                .set(CUSTOMER_.NAME, "Client " + id)
                .set(CUSTOMER_.STRATEGY_CODE, strategy == null ? null : companyCode + strategy)
                .set(CUSTOMER_.UNIDENTIFIED, unidentified)
                .set(CUSTOMER_.CREATED_AT, NOW)
                .execute();
        return id;
    }

    void assign(long customer, SignedIn agent) {
        db.update(CUSTOMER_)
                .set(CUSTOMER_.AGENT_ID, agent.id())
                .where(CUSTOMER_.ID.eq(customer))
                .execute();
    }

    long item(long customer, Item item) {
        var id = NUMBERS.getAndIncrement();
        db.insertInto(OPEN_ITEM)
                .set(OPEN_ITEM.CUSTOMER_ID, customer)
                .set(OPEN_ITEM.ID, id)
                .set(OPEN_ITEM.COMPANY_ID, company)
                .set(OPEN_ITEM.KIND, item.kind().name())
                .set(OPEN_ITEM.DOCUMENT, "F" + id)
                .set(OPEN_ITEM.DOCUMENT_DATE, item.dueDate().minusDays(30))
                .set(OPEN_ITEM.ENTRY_DATE, item.dueDate().minusDays(30))
                .set(OPEN_ITEM.DUE_DATE, item.dueDate())
                .set(OPEN_ITEM.DUE_DATE_SOURCE, "SOURCE")
                .set(OPEN_ITEM.PAYMENT_METHOD, item.paymentMethod())
                .set(OPEN_ITEM.CONTROL_ACCOUNT, item.controlAccount())
                .set(OPEN_ITEM.ORIGINAL, item.remaining())
                .set(OPEN_ITEM.REMAINING, item.remaining())
                .set(OPEN_ITEM.CURRENCY, "EUR")
                .set(OPEN_ITEM.PRESENTED_ON, item.presentedOn())
                .set(OPEN_ITEM.REJECTED_ON, item.rejectedOn())
                .set(OPEN_ITEM.SEEN_ON, item.seenOn())
                .execute();
        return id;
    }

    void done(long customer, long item, int occurrence, DoneStep step, boolean undone) {
        db.insertInto(DONE_ACTION)
                .set(DONE_ACTION.CUSTOMER_ID, customer)
                .set(DONE_ACTION.COMPANY_ID, company)
                .set(DONE_ACTION.ITEM_ID, item)
                .set(DONE_ACTION.OCCURRENCE, occurrence)
                .set(DONE_ACTION.DECISION, step.validated() ? "VALIDATED" : "IGNORED")
                .set(DONE_ACTION.STEP_CODE, step.stepCode())
                .set(DONE_ACTION.CODE, step.stepCode())
                .set(DONE_ACTION.LABEL, step.stepCode())
                .set(DONE_ACTION.TYPE, "PHONE")
                .set(DONE_ACTION.STAGE, "AMICABLE")
                .set(DONE_ACTION.FINAL, step.isFinal())
                .set(DONE_ACTION.THEORETICAL_DATE, step.theoreticalDate())
                .set(DONE_ACTION.ACTION_DATE, step.theoreticalDate())
                .set(DONE_ACTION.DONE_ON, step.doneOn())
                .set(DONE_ACTION.HELD_UNTIL, step.heldUntil())
                .set(DONE_ACTION.DONE_AT, NOW)
                .set(DONE_ACTION.DONE_BY, 1L)
                .set(DONE_ACTION.UNDONE_AT, undone ? NOW : null)
                .execute();
    }

    void replaced(long customer, long item, int occurrence, Replacement step, boolean undone) {
        db.insertInto(REPLACED_ACTION)
                .set(REPLACED_ACTION.CUSTOMER_ID, customer)
                .set(REPLACED_ACTION.COMPANY_ID, company)
                .set(REPLACED_ACTION.ITEM_ID, item)
                .set(REPLACED_ACTION.OCCURRENCE, occurrence)
                .set(REPLACED_ACTION.REPLACED_CODE, step.replacedCode())
                .set(REPLACED_ACTION.CODE, step.code())
                .set(REPLACED_ACTION.LABEL, step.label())
                .set(REPLACED_ACTION.TYPE, step.type().name())
                .set(REPLACED_ACTION.STAGE, step.stage().name())
                .set(REPLACED_ACTION.THEORETICAL_DATE, step.theoreticalDate())
                .set(REPLACED_ACTION.REPLACED_ON, step.theoreticalDate())
                .set(REPLACED_ACTION.REPLACED_AT, NOW)
                .set(REPLACED_ACTION.REPLACED_BY, 1L)
                .set(REPLACED_ACTION.UNDONE_AT, undone ? NOW : null)
                .execute();
    }

    /// What the table says of every item of the company.
    Map<Long, Decision> plan() {
        var plan = new HashMap<Long, Decision>();
        db.selectFrom(PLANNED_ACTION)
                .where(PLANNED_ACTION.COMPANY_ID.eq(company))
                .forEach(row -> plan.put(
                        row.getItemId(),
                        row.getReason() == null
                                ? new Decision.Planned(
                                        row.getOccurrence(),
                                        row.getPosition(),
                                        row.getCode(),
                                        row.getLabel(),
                                        ActionType.valueOf(row.getType()),
                                        Stage.valueOf(row.getStage()),
                                        row.getTheoreticalDate(),
                                        row.getActionDate(),
                                        row.getReplaced(),
                                        row.getUntil())
                                : new Decision.None(
                                        row.getOccurrence(), NoAction.valueOf(row.getReason()), row.getUntil())));
        return plan;
    }

    void spacing(int days) {
        db.insertInto(CHASING_SETTINGS)
                .set(CHASING_SETTINGS.COMPANY_ID, company)
                .set(CHASING_SETTINGS.SPACING, days)
                .execute();
    }

    void settle(long customer, long item, LocalDate day) {
        db.update(OPEN_ITEM)
                .set(OPEN_ITEM.SETTLED_ON, day)
                .where(OPEN_ITEM.CUSTOMER_ID.eq(customer).and(OPEN_ITEM.ID.eq(item)))
                .execute();
    }
}
