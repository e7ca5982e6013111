package io.encours.receivable;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.LEDGER_LINE;
import static encours.db.receivable.Tables.OPEN_ITEM;

import io.encours.platform.Cursor;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.receivable.Item.Colour;
import io.encours.receivable.Item.ItemState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// SQL of reading items, positions and ledger lines.
final class ReceivableStore {

    private static final String REMAINING = "remaining_as_of";
    private static final Field<BigDecimal> ZERO = DSL.inline(BigDecimal.ZERO);

    private final DSLContext db;

    ReceivableStore(DSLContext db) {
        this.db = db;
    }

    Slice<Item> items(Scope scope, ItemFilter filter, LocalDate asOf, int limit, @Nullable String cursor) {
        var found = select(asOf)
                .and(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .and(DSL.and(conditions(filter, asOf)))
                .and(after(cursor))
                .orderBy(OPEN_ITEM.DUE_DATE, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID)
                .limit(limit + 1)
                .fetch(row -> item(row, asOf));
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        var last = found.get(limit - 1);
        return new Slice<>(
                List.copyOf(found.subList(0, limit)),
                Cursor.after(last.dueDate(), last.id().customer(), last.id().id())
                        .toString());
    }

    List<Item> items(Scope scope, Collection<RowId> ids, LocalDate asOf) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return select(asOf)
                .and(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .and(DSL.row(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID)
                        .in(ids.stream()
                                .map(id -> DSL.row(id.customer(), id.id()))
                                .toList()))
                .fetch(row -> item(row, asOf));
    }

    Map<Long, Position> positions(Collection<Long> customerIds, LocalDate asOf) {
        var remaining = AsOf.remaining(asOf).as(REMAINING);
        var items = db.select(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.CURRENCY, OPEN_ITEM.KIND, OPEN_ITEM.DUE_DATE, remaining)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.CUSTOMER_ID.eq(DSL.any(customerIds.toArray(Long[]::new))))
                .and(AsOf.open(asOf))
                .asTable("item");
        var customer = items.field(OPEN_ITEM.CUSTOMER_ID);
        var amount = items.field(remaining);
        var claim = amount.gt(ZERO);
        var overdue = claim.and(items.field(OPEN_ITEM.DUE_DATE).lt(asOf));
        var notDue = claim.and(items.field(OPEN_ITEM.DUE_DATE).ge(asOf));
        var kind = items.field(OPEN_ITEM.KIND);
        var deposit = kind.eq(ItemKind.DEPOSIT.name());
        return db.select(
                        customer,
                        DSL.min(items.field(OPEN_ITEM.CURRENCY)),
                        total(amount, DSL.noCondition()),
                        total(amount, overdue),
                        total(amount, notDue),
                        total(amount, kind.eq(ItemKind.PAYMENT.name())),
                        total(amount, kind.eq(ItemKind.CREDIT_NOTE.name())),
                        total(amount, deposit),
                        DSL.count().filterWhere(overdue),
                        DSL.count().filterWhere(notDue),
                        DSL.count().filterWhere(amount.lt(ZERO).andNot(deposit)),
                        DSL.count().filterWhere(deposit))
                .from(items)
                .groupBy(customer)
                .fetchMap(
                        row -> row.value1(),
                        row -> new Position(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                row.value9(),
                                row.value10(),
                                row.value11(),
                                row.value12()));
    }

    Slice<LedgerLine> ledger(long customerId, LocalDate asOf, int limit, @Nullable String cursor) {
        var balance = DSL.sum(LEDGER_LINE.DEBIT.minus(LEDGER_LINE.CREDIT))
                .over(DSL.orderBy(LEDGER_LINE.ENTRY_DATE, LEDGER_LINE.ID))
                .as("balance");
        var lines = db.select(LEDGER_LINE.fields())
                .select(balance)
                .from(LEDGER_LINE)
                .where(LEDGER_LINE.CUSTOMER_ID.eq(customerId))
                .and(LEDGER_LINE.SET_ASIDE.isNull())
                .and(LEDGER_LINE.ENTRY_DATE.le(asOf))
                .asTable("ledger_line");
        var remaining = AsOf.remaining(asOf).as(REMAINING);
        var date = lines.field(LEDGER_LINE.ENTRY_DATE);
        var id = lines.field(LEDGER_LINE.ID);
        var after = cursor == null
                ? DSL.noCondition()
                : DSL.row(date, id)
                        .gt(
                                LocalDate.parse(Cursor.parse(cursor, 2).text(0)),
                                Cursor.parse(cursor, 2).number(1));
        var found = db.select(lines.fields())
                .select(OPEN_ITEM.DOCUMENT_DATE, OPEN_ITEM.DUE_DATE, remaining)
                .from(lines)
                .join(OPEN_ITEM)
                .on(OPEN_ITEM.CUSTOMER_ID.eq(customerId))
                .and(OPEN_ITEM.ID.eq(id))
                .where(after)
                .orderBy(date, id)
                .limit(limit + 1)
                .fetch(row -> line(row, row.get("balance", BigDecimal.class), row.get(remaining), asOf));
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        var last = found.get(limit - 1);
        return new Slice<>(
                List.copyOf(found.subList(0, limit)),
                Cursor.after(last.entryDate(), last.id().id()).toString());
    }

    /// Until the end of the transaction nobody else writes to it.
    void lock(RowId id) {
        db.select(OPEN_ITEM.ID)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.CUSTOMER_ID.eq(id.customer()))
                .and(OPEN_ITEM.ID.eq(id.id()))
                .forUpdate()
                .execute();
    }

    /// Without a return; null: not presented either.
    void present(RowId id, @Nullable LocalDate presented) {
        db.update(OPEN_ITEM)
                .set(OPEN_ITEM.PRESENTED_ON, presented)
                .setNull(OPEN_ITEM.REJECTED_ON)
                .setNull(OPEN_ITEM.REJECTION_REASON)
                .where(OPEN_ITEM.CUSTOMER_ID.eq(id.customer()))
                .and(OPEN_ITEM.ID.eq(id.id()))
                .execute();
    }

    /// @return customers with items that are seen otherwise now
    List<Long> seenWhenEntered(long companyId) {
        return db
                .update(OPEN_ITEM)
                .set(OPEN_ITEM.SEEN_ON, OPEN_ITEM.ENTRY_DATE)
                .where(OPEN_ITEM.COMPANY_ID.eq(companyId), OPEN_ITEM.SEEN_ON.isDistinctFrom(OPEN_ITEM.ENTRY_DATE))
                .returning(OPEN_ITEM.CUSTOMER_ID)
                .fetch(OPEN_ITEM.CUSTOMER_ID)
                .stream()
                .distinct()
                .toList();
    }

    void reject(RowId id, LocalDate rejected, String reason) {
        db.update(OPEN_ITEM)
                .set(OPEN_ITEM.REJECTED_ON, rejected)
                .set(OPEN_ITEM.REJECTION_REASON, reason)
                .where(OPEN_ITEM.CUSTOMER_ID.eq(id.customer()))
                .and(OPEN_ITEM.ID.eq(id.id()))
                .execute();
    }

    private SelectConditionStep<Record> select(LocalDate asOf) {
        return db.select(OPEN_ITEM.fields())
                .select(COMPANY_.CODE, CUSTOMER_.CODE, CUSTOMER_.NAME, CUSTOMER_.AGENT_ID)
                .select(AsOf.remaining(asOf).as(REMAINING))
                .from(OPEN_ITEM)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(OPEN_ITEM.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(OPEN_ITEM.COMPANY_ID))
                .where(OPEN_ITEM.ENTRY_DATE.le(asOf));
    }

    private static Field<BigDecimal> total(Field<BigDecimal> amount, Condition which) {
        return DSL.coalesce(DSL.sum(amount).filterWhere(which), BigDecimal.ZERO);
    }

    private static List<Condition> conditions(ItemFilter filter, LocalDate asOf) {
        var conditions = new ArrayList<Condition>();
        if (filter.company() != null) {
            conditions.add(COMPANY_.CODE.eq(filter.company()));
        }
        if (filter.customer() != null) {
            conditions.add(CUSTOMER_.CODE.eq(filter.customer()));
        }
        if (filter.settled() != null) {
            conditions.add(filter.settled() ? DSL.not(AsOf.open(asOf)) : AsOf.open(asOf));
        }
        if (filter.overdue() != null) {
            var overdue = OPEN_ITEM.ORIGINAL.gt(BigDecimal.ZERO).and(OPEN_ITEM.DUE_DATE.lt(asOf));
            conditions.add(filter.overdue() ? overdue : DSL.not(overdue));
        }
        if (filter.kind() != null) {
            conditions.add(OPEN_ITEM.KIND.eq(filter.kind().name()));
        }
        if (filter.controlAccount() != null) {
            conditions.add(OPEN_ITEM.CONTROL_ACCOUNT.eq(filter.controlAccount()));
        }
        if (filter.dueFrom() != null) {
            conditions.add(OPEN_ITEM.DUE_DATE.ge(filter.dueFrom()));
        }
        if (filter.dueTo() != null) {
            conditions.add(OPEN_ITEM.DUE_DATE.le(filter.dueTo()));
        }
        if (filter.amountFrom() != null) {
            conditions.add(AsOf.remaining(asOf).ge(filter.amountFrom()));
        }
        if (filter.amountTo() != null) {
            conditions.add(AsOf.remaining(asOf).le(filter.amountTo()));
        }
        return conditions;
    }

    private static Condition after(@Nullable String cursor) {
        if (cursor == null) {
            return DSL.noCondition();
        }
        var key = Cursor.parse(cursor, 3);
        return DSL.row(OPEN_ITEM.DUE_DATE, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.ID)
                .gt(LocalDate.parse(key.text(0)), key.number(1), key.number(2));
    }

    private static Item item(Record row, LocalDate asOf) {
        var original = row.get(OPEN_ITEM.ORIGINAL);
        var remaining = row.get(REMAINING, BigDecimal.class);
        var dueDate = row.get(OPEN_ITEM.DUE_DATE);
        return new Item(
                new RowId(row.get(OPEN_ITEM.CUSTOMER_ID), row.get(OPEN_ITEM.ID)),
                row.get(OPEN_ITEM.COMPANY_ID),
                row.get(COMPANY_.CODE),
                row.get(CUSTOMER_.CODE),
                row.get(CUSTOMER_.NAME),
                row.get(CUSTOMER_.AGENT_ID),
                row.get(OPEN_ITEM.DOCUMENT),
                ItemKind.valueOf(row.get(OPEN_ITEM.KIND)),
                row.get(OPEN_ITEM.DOCUMENT_DATE),
                row.get(OPEN_ITEM.ENTRY_DATE),
                dueDate,
                row.get(OPEN_ITEM.DUE_DATE_SOURCE),
                row.get(OPEN_ITEM.LABEL),
                row.get(OPEN_ITEM.PAYMENT_METHOD),
                row.get(OPEN_ITEM.CONTROL_ACCOUNT),
                original,
                remaining,
                row.get(OPEN_ITEM.CURRENCY),
                state(original, remaining),
                Colour.of(original, dueDate, asOf),
                row.get(OPEN_ITEM.SETTLED_ON),
                row.get(OPEN_ITEM.INFERRED),
                row.get(OPEN_ITEM.PRESENTED_ON),
                row.get(OPEN_ITEM.REJECTED_ON),
                row.get(OPEN_ITEM.REJECTION_REASON));
    }

    private static ItemState state(BigDecimal original, BigDecimal remaining) {
        if (remaining.signum() == 0) {
            return ItemState.SETTLED;
        }
        return remaining.compareTo(original) == 0 ? ItemState.OPEN : ItemState.PARTLY_SETTLED;
    }

    private static LedgerLine line(Record row, BigDecimal balance, BigDecimal remaining, LocalDate asOf) {
        var matchingDate = row.get(LEDGER_LINE.MATCHING_DATE);
        var matched = matchingDate == null || !matchingDate.isAfter(asOf);
        return new LedgerLine(
                new RowId(row.get(LEDGER_LINE.CUSTOMER_ID), row.get(LEDGER_LINE.ID)),
                row.get(LEDGER_LINE.ENTRY_DATE),
                row.get(LEDGER_LINE.JOURNAL),
                row.get(LEDGER_LINE.ENTRY_NUMBER),
                row.get(LEDGER_LINE.ACCOUNT),
                row.get(LEDGER_LINE.CONTROL_ACCOUNT),
                row.get(LEDGER_LINE.DOCUMENT),
                row.get(OPEN_ITEM.DOCUMENT_DATE),
                row.get(OPEN_ITEM.DUE_DATE),
                row.get(LEDGER_LINE.LABEL),
                row.get(LEDGER_LINE.DEBIT),
                row.get(LEDGER_LINE.CREDIT),
                row.get(LEDGER_LINE.CURRENCY),
                matched ? row.get(LEDGER_LINE.MATCHING_CODE) : "",
                matched ? matchingDate : null,
                remaining,
                balance);
    }
}
