package io.encours.correspondence.letter;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Tables.LETTER;
import static encours.db.correspondence.Tables.PRINT_RUN;
import static encours.db.correspondence.Tables.PRINT_RUN_REFUSAL;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.encours.identity.SignedIn;
import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of print runs.
@Component
class PrintRunStore {

    private final DSLContext db;
    private final Clock clock;

    PrintRunStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The letters of a company that wait.
    ///
    /// @param ids which; null: all of the scope
    List<RowId> waiting(Scope scope, long companyId, @Nullable Collection<RowId> ids) {
        return db.select(LETTER.CUSTOMER_ID, LETTER.ID)
                .from(LETTER)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(LETTER.CUSTOMER_ID))
                .where(
                        LetterStore.seen(scope),
                        LETTER.COMPANY_ID.eq(companyId),
                        LetterStore.is(Letter.Name.WAITING),
                        ids == null ? noCondition() : LetterStore.among(ids))
                .orderBy(LETTER.CUSTOMER_ID, LETTER.ID)
                .fetch(row -> new RowId(row.value1(), row.value2()));
    }

    /// Makes a run of those of these letters of a company that wait; two who print at once share them out.
    ///
    /// @return empty when none was waiting
    Optional<Long> print(Scope scope, long companyId, Collection<RowId> ids, SignedIn author) {
        var waiting = db.select(LETTER.CUSTOMER_ID, LETTER.ID, LETTER.PAGES)
                .from(LETTER)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(LETTER.CUSTOMER_ID))
                .where(
                        LetterStore.seen(scope),
                        LETTER.COMPANY_ID.eq(companyId),
                        LetterStore.is(Letter.Name.WAITING),
                        LetterStore.among(ids))
                .orderBy(LETTER.CUSTOMER_ID, LETTER.ID)
                .forUpdate()
                .of(LETTER)
                .fetch();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var run = db.insertInto(PRINT_RUN)
                .set(PRINT_RUN.COMPANY_ID, companyId)
                .set(PRINT_RUN.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PRINT_RUN.AUTHOR_ID, author.id())
                .set(PRINT_RUN.AUTHOR_NAME, author.displayName())
                .set(PRINT_RUN.LETTERS, waiting.size())
                .set(
                        PRINT_RUN.PAGES,
                        waiting.stream().mapToInt(letter -> letter.value3()).sum())
                .returning(PRINT_RUN.ID)
                .fetchSingle(PRINT_RUN.ID);
        var customers = waiting.getValues(LETTER.CUSTOMER_ID).toArray(Long[]::new);
        var letters = waiting.getValues(LETTER.ID).toArray(Long[]::new);
        db.execute("""
                update correspondence.letter l set print_run_id = {0}
                from unnest({1}, {2}) as printed (customer_id, id)
                where l.customer_id = printed.customer_id and l.id = printed.id
                """, DSL.val(run), DSL.val(customers), DSL.val(letters));
        return Optional.of(run);
    }

    /// The latest first.
    Slice<PrintRun> runs(Scope scope, @Nullable String company, Paging paging) {
        var after = paging.cursor() == null ? null : Cursor.parse(paging.cursor(), 1);
        var rows = runs(
                scope,
                (company == null ? noCondition() : COMPANY_.CODE.eq(company))
                        .and(after == null ? noCondition() : PRINT_RUN.ID.lt(after.number(0))),
                paging.size() + 1);
        return paging.slice(rows, run -> Cursor.after(run.id()));
    }

    Optional<PrintRun> run(Scope scope, long id) {
        return runs(scope, PRINT_RUN.ID.eq(id), 1).stream().findFirst();
    }

    /// Customers of a company with something open, by name.
    List<Long> withOpenItems(Scope scope, long companyId) {
        return db.select(CUSTOMER_.ID)
                .from(CUSTOMER_)
                .where(
                        LetterStore.seen(scope),
                        CUSTOMER_.COMPANY_ID.eq(companyId),
                        CUSTOMER_.UNIDENTIFIED.isFalse(),
                        DSL.exists(select(inline(1))
                                .from(OPEN_ITEM)
                                .where(OPEN_ITEM.CUSTOMER_ID.eq(CUSTOMER_.ID), OPEN_ITEM.SETTLED_ON.isNull())))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .fetch(CUSTOMER_.ID);
    }

    void insertRefusals(long run, List<Refusal> refused) {
        db.batchInsert(refused.stream()
                        .map(refusal -> {
                            var row = db.newRecord(PRINT_RUN_REFUSAL);
                            row.setCustomerId(refusal.order().customerId());
                            row.setPrintRunId(run);
                            row.setReason(refusal.reason().name());
                            return row;
                        })
                        .toList())
                .execute();
    }

    /// Who of the caller's customers got no letter of these runs, by run and name.
    Map<Long, List<PrintRun.WithoutLetter>> refusals(Scope scope, Collection<Long> ids) {
        return db.select(
                        PRINT_RUN_REFUSAL.PRINT_RUN_ID,
                        COMPANY_.CODE,
                        CUSTOMER_.CODE,
                        CUSTOMER_.NAME,
                        PRINT_RUN_REFUSAL.REASON)
                .from(PRINT_RUN_REFUSAL)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(PRINT_RUN_REFUSAL.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .where(LetterStore.seen(scope), PRINT_RUN_REFUSAL.PRINT_RUN_ID.in(ids))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .fetchGroups(
                        PRINT_RUN_REFUSAL.PRINT_RUN_ID,
                        row -> new PrintRun.WithoutLetter(
                                row.value2(), row.value3(), row.value4(), Refusal.Reason.valueOf(row.value5())));
    }

    /// Letters of a run that the caller may see, in the order of the paper.
    List<RowId> ofRun(Scope scope, long run) {
        return db.select(LETTER.CUSTOMER_ID, LETTER.ID)
                .from(LETTER)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(LETTER.CUSTOMER_ID))
                .where(LetterStore.seen(scope), LETTER.PRINT_RUN_ID.eq(run))
                .orderBy(LetterStore.ON_PAPER)
                .fetch(found -> new RowId(found.value1(), found.value2()));
    }

    /// As the caller sees it: with the letters of their own customers.
    private List<PrintRun> runs(Scope scope, Condition condition, int limit) {
        var letters = count(LETTER.ID);
        var pages = sum(LETTER.PAGES);
        return db.select(PRINT_RUN.fields())
                .select(COMPANY_.CODE, letters, pages)
                .from(PRINT_RUN)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(PRINT_RUN.COMPANY_ID))
                .join(LETTER)
                .on(LETTER.PRINT_RUN_ID.eq(PRINT_RUN.ID))
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(LETTER.CUSTOMER_ID))
                .where(LetterStore.seen(scope), condition)
                .groupBy(PRINT_RUN.ID, COMPANY_.CODE)
                .orderBy(PRINT_RUN.ID.desc())
                .limit(limit)
                .fetch(row -> new PrintRun(
                        row.get(PRINT_RUN.ID),
                        row.get(PRINT_RUN.COMPANY_ID),
                        row.get(COMPANY_.CODE),
                        row.get(PRINT_RUN.CREATED_AT).toInstant(),
                        row.get(PRINT_RUN.AUTHOR_NAME),
                        row.get(letters),
                        row.get(pages).intValue()));
    }
}
