package io.encours.correspondence.letter;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Sequences.LETTER_NUMBER;
import static encours.db.correspondence.Tables.LETTER;
import static encours.db.correspondence.Tables.LETTER_CONTENT;
import static encours.db.correspondence.Tables.LETTER_ITEM;
import static encours.db.correspondence.Tables.PRINT_RUN;
import static encours.db.correspondence.Tables.PRINT_RUN_REFUSAL;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.encours.correspondence.letter.Letter.State;
import io.encours.correspondence.letter.LetterMaker.Likeness;
import io.encours.identity.SignedIn;
import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.database.CopyRecords;
import io.encours.strategy.Purpose;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of letters. What a letter says is written once; only its being printed or cancelled is added.
@Component
class LetterStore {

    private static final Field<Result<Record1<String>>> DOCUMENTS = multiset(
                    select(coalesce(OPEN_ITEM.DOCUMENT, inline("")))
                            .from(LETTER_ITEM)
                            .leftJoin(OPEN_ITEM)
                            .on(OPEN_ITEM.CUSTOMER_ID.eq(LETTER_ITEM.CUSTOMER_ID), OPEN_ITEM.ID.eq(LETTER_ITEM.ITEM_ID))
                            .where(LETTER_ITEM.CUSTOMER_ID.eq(LETTER.CUSTOMER_ID), LETTER_ITEM.LETTER_ID.eq(LETTER.ID))
                            .orderBy(OPEN_ITEM.DUE_DATE, LETTER_ITEM.ITEM_ID))
            .as("documents");

    /// Letters of one run in the order of the paper: by name of the customer, then as they were made.
    private static final List<Field<?>> ON_PAPER = List.of(CUSTOMER_.NAME, LETTER.CUSTOMER_ID, LETTER.ID);

    /// @param items ids
    record TakenBack(RowId id, long companyId, String subject, List<Long> items) {}

    /// What a letter says, not drawn yet.
    record Undrawn(RowId id, long companyId, String markup) {}

    static final String ENCOURS = "Encours";

    private final DSLContext db;
    private final Clock clock;

    LetterStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Long> numbers(int howMany) {
        return howMany == 0
                ? List.of()
                : db.select(LETTER_NUMBER.nextval())
                        .from("generate_series(1, {0})", DSL.val(howMany))
                        .fetch(found -> found.value1());
    }

    /// @param eventIds of the letters, in their order
    void insert(List<WrittenLetter> letters, @Nullable SignedIn author, List<Long> eventIds) {
        var now = now();
        var rows = new ArrayList<encours.db.correspondence.tables.records.LetterRecord>();
        var items = new ArrayList<encours.db.correspondence.tables.records.LetterItemRecord>();
        var contents = new ArrayList<encours.db.correspondence.tables.records.LetterContentRecord>();
        for (var index = 0; index < letters.size(); index++) {
            var letter = letters.get(index);
            var id = letter.id();
            var printed = letter.printed();
            var row = db.newRecord(LETTER);
            row.setCustomerId(id.customer());
            row.setId(id.id());
            row.setCompanyId(letter.customer().companyId());
            row.setPurpose(letter.purpose().name());
            row.setStage(letter.stage().name());
            row.setDated(letter.dated());
            row.setCreatedAt(now);
            row.setAuthorId(author == null ? null : (Long) author.id());
            row.setAuthorName(author == null ? ENCOURS : author.displayName());
            row.setTemplate(letter.filled().code());
            row.setTemplateVersion(letter.filled().version());
            row.setLanguage(letter.filled().language());
            row.setSubject(letter.filled().subject());
            row.setAmount(letter.amount());
            row.setCurrency(letter.customer().currency());
            row.setPages(printed == null ? null : (Integer) printed.pages());
            row.setEventId(eventIds.get(index));
            rows.add(row);
            for (var item : letter.items()) {
                var about = db.newRecord(LETTER_ITEM);
                about.setCustomerId(id.customer());
                about.setLetterId(id.id());
                about.setItemId(item.id());
                about.setRemaining(item.remaining());
                items.add(about);
            }
            var content = db.newRecord(LETTER_CONTENT);
            content.setCustomerId(id.customer());
            content.setLetterId(id.id());
            if (printed == null) {
                content.setMarkup(letter.markup());
            } else {
                content.setPdf(printed.pdf());
            }
            contents.add(content);
        }
        CopyRecords.insert(db, rows);
        CopyRecords.insert(db, items);
        CopyRecords.insert(db, contents);
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
                        count().filterWhere(is(Letter.Name.WAITING)),
                        count().filterWhere(is(Letter.Name.PRINTED)),
                        count().filterWhere(is(Letter.Name.CANCELLED)))
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
                        seen(scope).and(LETTER.CUSTOMER_ID.eq(id.customer())).and(LETTER.ID.eq(id.id())),
                        List.of(LETTER.ID),
                        1)
                .stream()
                .findFirst();
    }

    /// Of a letter within the caller's scope. Empty when it is not drawn yet, or was removed at the end of its
    /// retention period.
    Optional<byte[]> content(RowId id) {
        return db.select(LETTER_CONTENT.PDF)
                .from(LETTER_CONTENT)
                .where(
                        LETTER_CONTENT.CUSTOMER_ID.eq(id.customer()),
                        LETTER_CONTENT.LETTER_ID.eq(id.id()),
                        LETTER_CONTENT.PDF.isNotNull())
                .fetchOptional(LETTER_CONTENT.PDF);
    }

    /// Those of them that are not drawn yet, in the order in which they are locked.
    List<RowId> undrawn(Collection<RowId> ids) {
        return db.select(LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID)
                .from(LETTER_CONTENT)
                .where(among(ids, LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID), LETTER_CONTENT.PDF.isNull())
                .orderBy(LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID)
                .fetch(row -> new RowId(row.value1(), row.value2()));
    }

    /// The same, with what they say; nobody else draws them until the transaction ends.
    List<Undrawn> lockUndrawn(Collection<RowId> ids) {
        return db.select(
                        LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID, LETTER.COMPANY_ID, LETTER_CONTENT.MARKUP)
                .from(LETTER_CONTENT)
                .join(LETTER)
                .on(LETTER.CUSTOMER_ID.eq(LETTER_CONTENT.CUSTOMER_ID), LETTER.ID.eq(LETTER_CONTENT.LETTER_ID))
                .where(among(ids, LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID), LETTER_CONTENT.PDF.isNull())
                .orderBy(LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID)
                .forUpdate()
                .of(LETTER_CONTENT)
                .fetch(row -> new Undrawn(new RowId(row.value1(), row.value2()), row.value3(), row.value4()));
    }

    /// Keeps the pages of letters that were locked.
    void drawn(Map<RowId, PrintedSheet> sheets) {
        var contents = new ArrayList<Query>();
        var letters = new ArrayList<Query>();
        sheets.forEach((id, sheet) -> {
            contents.add(db.update(LETTER_CONTENT)
                    .set(LETTER_CONTENT.PDF, sheet.pdf())
                    .setNull(LETTER_CONTENT.MARKUP)
                    .where(LETTER_CONTENT.CUSTOMER_ID.eq(id.customer()), LETTER_CONTENT.LETTER_ID.eq(id.id())));
            letters.add(db.update(LETTER)
                    .set(LETTER.PAGES, sheet.pages())
                    .where(LETTER.CUSTOMER_ID.eq(id.customer()), LETTER.ID.eq(id.id())));
        });
        db.batch(contents).execute();
        db.batch(letters).execute();
    }

    /// Letters of a day to these customers that were not cancelled.
    Set<Likeness> standing(Collection<Long> customerIds, LocalDate dated) {
        var items = multiset(select(LETTER_ITEM.ITEM_ID)
                        .from(LETTER_ITEM)
                        .where(LETTER_ITEM.CUSTOMER_ID.eq(LETTER.CUSTOMER_ID), LETTER_ITEM.LETTER_ID.eq(LETTER.ID)))
                .convertFrom(found -> Set.copyOf(found.getValues(LETTER_ITEM.ITEM_ID)));
        return db.select(LETTER.CUSTOMER_ID, LETTER.TEMPLATE, items)
                .from(LETTER)
                .where(
                        LETTER.CUSTOMER_ID.eq(DSL.any(customerIds.toArray(Long[]::new))),
                        LETTER.DATED.eq(dated),
                        LETTER.CANCELLED_AT.isNull())
                .fetchSet(row -> new Likeness(row.value1(), row.value2(), row.value3()));
    }

    /// Those of them that were waiting until now, each with the ids of its items.
    List<TakenBack> cancel(Scope scope, Collection<RowId> ids, String by) {
        return db.update(LETTER)
                .set(LETTER.CANCELLED_AT, now())
                .set(LETTER.CANCELLED_BY, by)
                .from(CUSTOMER_)
                .where(CUSTOMER_.ID.eq(LETTER.CUSTOMER_ID), seen(scope), is(Letter.Name.WAITING), among(ids))
                .returningResult(
                        LETTER.CUSTOMER_ID,
                        LETTER.ID,
                        LETTER.COMPANY_ID,
                        LETTER.SUBJECT,
                        DSL.field(
                                "array(select i.item_id from correspondence.letter_item i"
                                        + " where i.customer_id = {0} and i.letter_id = {1} order by i.item_id)",
                                Long[].class, LETTER.CUSTOMER_ID, LETTER.ID))
                .fetch(row -> new TakenBack(
                        new RowId(row.value1(), row.value2()), row.value3(), row.value4(), List.of(row.value5())));
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
                        seen(scope),
                        LETTER.COMPANY_ID.eq(companyId),
                        is(Letter.Name.WAITING),
                        ids == null ? noCondition() : among(ids))
                .orderBy(LETTER.CUSTOMER_ID, LETTER.ID)
                .fetch(row -> new RowId(row.value1(), row.value2()));
    }

    /// Letters within the caller's scope.
    List<Letter> all(Scope scope, Collection<RowId> ids) {
        return ids.isEmpty() ? List.of() : fetch(seen(scope).and(among(ids)), ON_PAPER, ids.size());
    }

    private static Condition among(Collection<RowId> ids) {
        return among(ids, LETTER.CUSTOMER_ID, LETTER.ID);
    }

    private static Condition among(Collection<RowId> ids, Field<Long> customer, Field<Long> letter) {
        return DSL.condition(
                "({0}, {1}) in (select * from unnest({2}, {3}))",
                customer,
                letter,
                DSL.val(ids.stream().map(RowId::customer).toArray(Long[]::new)),
                DSL.val(ids.stream().map(RowId::id).toArray(Long[]::new)));
    }

    /// Makes a run of those of these letters of a company that wait; two who print at once share them out.
    ///
    /// @return empty when none was waiting
    Optional<Long> print(Scope scope, long companyId, Collection<RowId> ids, SignedIn author) {
        var waiting = db.select(LETTER.CUSTOMER_ID, LETTER.ID, LETTER.PAGES)
                .from(LETTER)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(LETTER.CUSTOMER_ID))
                .where(seen(scope), LETTER.COMPANY_ID.eq(companyId), is(Letter.Name.WAITING), among(ids))
                .orderBy(LETTER.CUSTOMER_ID, LETTER.ID)
                .forUpdate()
                .of(LETTER)
                .fetch();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var run = db.insertInto(PRINT_RUN)
                .set(PRINT_RUN.COMPANY_ID, companyId)
                .set(PRINT_RUN.CREATED_AT, now())
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
                        seen(scope),
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
                .where(seen(scope), PRINT_RUN_REFUSAL.PRINT_RUN_ID.in(ids))
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
                .where(seen(scope), LETTER.PRINT_RUN_ID.eq(run))
                .orderBy(ON_PAPER)
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
                .where(seen(scope), condition)
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

    private List<Letter> fetch(Condition condition, List<? extends org.jooq.OrderField<?>> order, int limit) {
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
                .fetch(LetterStore::letter);
    }

    private static Condition wanted(Scope scope, Letter.Filter filter) {
        return seen(scope)
                .and(filter.company() == null ? noCondition() : COMPANY_.CODE.eq(filter.company()))
                .and(filter.customer() == null ? noCondition() : CUSTOMER_.CODE.eq(filter.customer()))
                .and(filter.state() == null ? noCondition() : is(filter.state()));
    }

    private static Condition seen(Scope scope) {
        return scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID);
    }

    private static Condition is(Letter.Name state) {
        return switch (state) {
            case WAITING -> LETTER.PRINT_RUN_ID.isNull().and(LETTER.CANCELLED_AT.isNull());
            case PRINTED -> LETTER.PRINT_RUN_ID.isNotNull();
            case CANCELLED -> LETTER.CANCELLED_AT.isNotNull();
        };
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
