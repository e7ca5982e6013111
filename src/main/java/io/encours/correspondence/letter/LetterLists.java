package io.encours.correspondence.letter;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Tables.LETTER;
import static encours.db.correspondence.Tables.LETTER_ITEM;
import static encours.db.correspondence.Tables.PRINT_RUN;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.encours.correspondence.letter.Letter.State;
import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.strategy.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/// Reads letters, one or many, with their customer and their documents.
@Component
class LetterLists {

    private static final Field<Result<Record1<String>>> DOCUMENTS = multiset(
                    select(coalesce(OPEN_ITEM.DOCUMENT, inline("")))
                            .from(LETTER_ITEM)
                            .leftJoin(OPEN_ITEM)
                            .on(OPEN_ITEM.CUSTOMER_ID.eq(LETTER_ITEM.CUSTOMER_ID), OPEN_ITEM.ID.eq(LETTER_ITEM.ITEM_ID))
                            .where(LETTER_ITEM.CUSTOMER_ID.eq(LETTER.CUSTOMER_ID), LETTER_ITEM.LETTER_ID.eq(LETTER.ID))
                            .orderBy(OPEN_ITEM.DUE_DATE, LETTER_ITEM.ITEM_ID))
            .as("documents");

    private final DSLContext db;

    LetterLists(DSLContext db) {
        this.db = db;
    }

    Slice<Letter> list(Scope scope, Letter.Filter filter, Paging paging) {
        var after = paging.cursor() == null ? null : Cursor.parse(paging.cursor(), 1);
        var rows = fetch(
                wanted(scope, filter).and(after == null ? noCondition() : LETTER.ID.lt(after.number(0))),
                List.of(LETTER.ID.desc()),
                paging.size() + 1);
        return paging.slice(rows, letter -> Cursor.after(letter.id().id()));
    }

    /// How many, by state.
    List<Integer> counts(Scope scope, Letter.Filter filter) {
        var row = db.select(
                        count().filterWhere(LetterStore.is(Letter.Name.WAITING)),
                        count().filterWhere(LetterStore.is(Letter.Name.PRINTED)),
                        count().filterWhere(LetterStore.is(Letter.Name.CANCELLED)))
                .from(LETTER)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(LETTER.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(LETTER.COMPANY_ID))
                .where(wanted(scope, new Letter.Filter(filter.company(), filter.customer(), null)))
                .fetchSingle();
        return List.of(row.value1(), row.value2(), row.value3());
    }

    Optional<Letter> find(Scope scope, RowId id) {
        return fetch(
                        LetterStore.seen(scope)
                                .and(LETTER.CUSTOMER_ID.eq(id.customer()))
                                .and(LETTER.ID.eq(id.id())),
                        List.of(LETTER.ID),
                        1)
                .stream()
                .findFirst();
    }

    /// Letters within the caller's scope.
    List<Letter> all(Scope scope, Collection<RowId> ids) {
        return ids.isEmpty()
                ? List.of()
                : fetch(LetterStore.seen(scope).and(LetterStore.among(ids)), LetterStore.ON_PAPER, ids.size());
    }

    private List<Letter> fetch(Condition condition, List<? extends OrderField<?>> order, int limit) {
        return db.select(LETTER.fields())
                .select(COMPANY_.CODE, CUSTOMER_.CODE, CUSTOMER_.NAME, PRINT_RUN.CREATED_AT, DOCUMENTS)
                .from(LETTER)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(LETTER.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(LETTER.COMPANY_ID))
                .leftJoin(PRINT_RUN)
                .on(PRINT_RUN.ID.eq(LETTER.PRINT_RUN_ID))
                .where(condition)
                .orderBy(order)
                .limit(limit)
                .fetch(LetterLists::letter);
    }

    private static Condition wanted(Scope scope, Letter.Filter filter) {
        return LetterStore.seen(scope)
                .and(filter.company() == null ? noCondition() : COMPANY_.CODE.eq(filter.company()))
                .and(filter.customer() == null ? noCondition() : CUSTOMER_.CODE.eq(filter.customer()))
                .and(filter.state() == null ? noCondition() : LetterStore.is(filter.state()));
    }

    private static Letter letter(Record row) {
        return new Letter(
                new RowId(row.get(LETTER.CUSTOMER_ID), row.get(LETTER.ID)),
                row.get(LETTER.COMPANY_ID),
                row.get(COMPANY_.CODE),
                row.get(CUSTOMER_.CODE),
                row.get(CUSTOMER_.NAME),
                Purpose.valueOf(row.get(LETTER.PURPOSE)),
                row.get(LETTER.DATED),
                row.get(LETTER.CREATED_AT).toInstant(),
                row.get(LETTER.AUTHOR_NAME),
                row.get(LETTER.TEMPLATE),
                row.get(LETTER.TEMPLATE_VERSION),
                row.get(LETTER.LANGUAGE),
                row.get(LETTER.SUBJECT),
                row.get(LETTER.AMOUNT),
                row.get(LETTER.CURRENCY),
                row.get(LETTER.PAGES),
                row.get(DOCUMENTS).map(Record1::value1),
                state(row));
    }

    private static State state(Record row) {
        var run = row.get(LETTER.PRINT_RUN_ID);
        if (run != null) {
            return new State.Printed(run, row.get(PRINT_RUN.CREATED_AT).toInstant());
        }
        var cancelled = row.get(LETTER.CANCELLED_AT);
        return cancelled == null
                ? new State.Waiting()
                : new State.Cancelled(cancelled.toInstant(), row.get(LETTER.CANCELLED_BY));
    }
}
