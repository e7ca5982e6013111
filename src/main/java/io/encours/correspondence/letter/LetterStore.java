package io.encours.correspondence.letter;

import static encours.db.correspondence.Sequences.LETTER_NUMBER;
import static encours.db.correspondence.Tables.LETTER;
import static encours.db.correspondence.Tables.LETTER_CONTENT;
import static encours.db.correspondence.Tables.LETTER_ITEM;
import static encours.db.customer.Tables.CUSTOMER_;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import encours.db.correspondence.tables.records.LetterContentRecord;
import encours.db.correspondence.tables.records.LetterItemRecord;
import encours.db.correspondence.tables.records.LetterRecord;
import io.encours.correspondence.letter.LetterMaker.Likeness;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.database.CopyRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL that writes letters and takes them back. What a letter says is written once; only its being
/// printed or cancelled is added.
@Component
class LetterStore {

    /// Letters of one run in the order of the paper: by name of the customer, then as they were made.
    static final List<Field<?>> ON_PAPER = List.of(CUSTOMER_.NAME, LETTER.CUSTOMER_ID, LETTER.ID);

    /// @param items ids
    record TakenBack(RowId id, long companyId, String subject, List<Long> items) {}

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
        var rows = new ArrayList<LetterRecord>();
        var items = new ArrayList<LetterItemRecord>();
        var contents = new ArrayList<LetterContentRecord>();
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

    static Condition among(Collection<RowId> ids) {
        return among(ids, LETTER.CUSTOMER_ID, LETTER.ID);
    }

    static Condition among(Collection<RowId> ids, Field<Long> customer, Field<Long> letter) {
        return DSL.condition(
                "({0}, {1}) in (select * from unnest({2}, {3}))",
                customer,
                letter,
                DSL.val(ids.stream().map(RowId::customer).toArray(Long[]::new)),
                DSL.val(ids.stream().map(RowId::id).toArray(Long[]::new)));
    }

    static Condition seen(Scope scope) {
        return scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID);
    }

    static Condition is(Letter.Name state) {
        return switch (state) {
            case WAITING -> LETTER.PRINT_RUN_ID.isNull().and(LETTER.CANCELLED_AT.isNull());
            case PRINTED -> LETTER.PRINT_RUN_ID.isNotNull();
            case CANCELLED -> LETTER.CANCELLED_AT.isNotNull();
        };
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
