package io.encours.timeline;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.customer.Tables.CUSTOMER_CODE;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static encours.db.timeline.Tables.ATTACHMENT;
import static encours.db.timeline.Tables.EVENT;
import static encours.db.timeline.Tables.EVENT_ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import encours.db.timeline.tables.records.EventItemRecord;
import encours.db.timeline.tables.records.EventRecord;
import io.encours.platform.Cursor;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.database.CopyRecords;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of the log. It inserts and reads; there is no statement that changes or removes.
@Component
class TimelineStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    /// A customer events are about.
    ///
    /// @param absent name of the customer's agent when the caller stands in for them; null: the caller does not
    record About(
            long id, long companyId, ZoneId zone, @Nullable String absent) {}

    private final DSLContext db;
    private final Clock clock;

    TimelineStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Long> insertAll(List<NewEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var ids = db.fetch(
                        "select nextval('timeline.event_id_seq') from generate_series(1, {0})", DSL.val(events.size()))
                .getValues(0, Long.class);
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var rows = new ArrayList<EventRecord>();
        var items = new ArrayList<EventItemRecord>();
        for (var index = 0; index < events.size(); index++) {
            var id = ids.get(index);
            rows.add(eventRow(events.get(index), id, now));
            for (var item : events.get(index).items()) {
                items.add(new EventItemRecord(events.get(index).customerId(), id, item));
            }
        }
        CopyRecords.insert(db, rows);
        CopyRecords.insert(db, items);
        return ids;
    }

    private static EventRecord eventRow(NewEvent event, long id, OffsetDateTime now) {
        var author = event.author();
        var row = new EventRecord();
        row.setCustomerId(event.customerId());
        row.setId(id);
        row.setCompanyId(event.companyId());
        row.setHappenedOn(event.happenedOn());
        row.setRecordedAt(now);
        row.setAuthorId(author == null ? null : (Long) author.id());
        row.setAuthorName(author == null ? "Encours" : author.displayName());
        row.setType(event.type().name());
        row.setChannel(event.channel());
        row.setText(event.text());
        row.setOutcome(event.outcome());
        row.setDetails(JSONB.valueOf(JSON.writeValueAsString(event.details())));
        return row;
    }

    Optional<About> customer(Scope scope, String company, String code) {
        return db.select(CUSTOMER_.ID, CUSTOMER_.COMPANY_ID, COMPANY_.TIME_ZONE, CUSTOMER_.AGENT_ID, APP_USER.NAME)
                .from(CUSTOMER_CODE)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_CODE.COMPANY_ID))
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(CUSTOMER_CODE.CUSTOMER_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER_.AGENT_ID))
                .where(
                        COMPANY_.CODE.eq(company),
                        CUSTOMER_CODE.CODE.eq(code),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchOptional(found -> new About(
                        found.value1(),
                        found.value2(),
                        ZoneId.of(found.value3()),
                        scope.standsInFor(found.value4()) ? found.value5() : null));
    }

    boolean sees(Scope scope, long customerId) {
        return db.fetchExists(
                CUSTOMER_, CUSTOMER_.ID.eq(customerId), scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID));
    }

    int countItems(long customerId, List<Long> items) {
        return db.fetchCount(OPEN_ITEM, OPEN_ITEM.CUSTOMER_ID.eq(customerId), OPEN_ITEM.ID.in(items));
    }

    Slice<Event> events(long customerId, @Nullable Long itemId, EventFilter filter, @Nullable Cursor after, int limit) {
        var concerned = itemId == null
                ? noCondition()
                : exists(selectOne()
                        .from(EVENT_ITEM)
                        .where(
                                EVENT_ITEM.CUSTOMER_ID.eq(EVENT.CUSTOMER_ID),
                                EVENT_ITEM.EVENT_ID.eq(EVENT.ID),
                                EVENT_ITEM.ITEM_ID.eq(itemId)));
        var older =
                after == null ? noCondition() : row(EVENT.HAPPENED_ON, EVENT.ID).lt(after.date(0), after.number(1));
        var events = fetch(
                EVENT.CUSTOMER_ID
                        .eq(customerId)
                        .and(concerned)
                        .and(wanted(filter))
                        .and(older),
                limit + 1);
        if (events.size() <= limit) {
            return new Slice<>(events, null);
        }
        var page = events.subList(0, limit);
        var last = page.getLast();
        return new Slice<>(page, Cursor.after(last.happenedOn(), last.id().id()).toString());
    }

    private static Condition wanted(EventFilter filter) {
        var wanted = noCondition();
        if (filter.type() != null) {
            wanted = wanted.and(EVENT.TYPE.eq(filter.type().name()));
        }
        if (filter.received()) {
            wanted = wanted.and(EVENT.TYPE.in(EventType.RECEIVED));
        }
        if (filter.channel() != null) {
            wanted = wanted.and(EVENT.CHANNEL.eq(filter.channel()));
        }
        if (filter.from() != null) {
            wanted = wanted.and(EVENT.HAPPENED_ON.ge(filter.from()));
        }
        if (filter.to() != null) {
            wanted = wanted.and(EVENT.HAPPENED_ON.le(filter.to()));
        }
        if (filter.words() != null) {
            var label = DSL.coalesce(DSL.jsonbGetAttributeAsText(EVENT.DETAILS, "label"), "");
            for (var word : filter.words().split("\\s+", -1)) {
                wanted = wanted.and(EVENT.TEXT.containsIgnoreCase(word).or(label.containsIgnoreCase(word)));
            }
        }
        return wanted;
    }

    Optional<Event> event(RowId id) {
        return fetch(EVENT.CUSTOMER_ID.eq(id.customer()).and(EVENT.ID.eq(id.id())), 1).stream()
                .findFirst();
    }

    private List<Event> fetch(Condition condition, int limit) {
        var items = multiset(select(EVENT_ITEM.ITEM_ID, OPEN_ITEM.DOCUMENT)
                .from(EVENT_ITEM)
                .leftJoin(OPEN_ITEM)
                .on(OPEN_ITEM.CUSTOMER_ID.eq(EVENT_ITEM.CUSTOMER_ID), OPEN_ITEM.ID.eq(EVENT_ITEM.ITEM_ID))
                .where(EVENT_ITEM.CUSTOMER_ID.eq(EVENT.CUSTOMER_ID), EVENT_ITEM.EVENT_ID.eq(EVENT.ID))
                .orderBy(EVENT_ITEM.ITEM_ID));
        var attachments = multiset(select(ATTACHMENT.fields())
                .from(ATTACHMENT)
                .where(ATTACHMENT.CUSTOMER_ID.eq(EVENT.CUSTOMER_ID), ATTACHMENT.EVENT_ID.eq(EVENT.ID))
                .orderBy(ATTACHMENT.ID));
        return db.select(EVENT.asterisk(), items, attachments)
                .from(EVENT)
                .where(condition)
                .orderBy(EVENT.HAPPENED_ON.desc(), EVENT.ID.desc())
                .limit(limit)
                .fetch(found -> new Event(
                        new RowId(found.get(EVENT.CUSTOMER_ID), found.get(EVENT.ID)),
                        found.get(EVENT.HAPPENED_ON),
                        found.get(EVENT.RECORDED_AT),
                        found.get(EVENT.AUTHOR_NAME),
                        EventType.valueOf(found.get(EVENT.TYPE)),
                        found.get(EVENT.CHANNEL),
                        found.get(EVENT.TEXT),
                        found.get(EVENT.OUTCOME),
                        JSON.readValue(found.get(EVENT.DETAILS).data(), FACTS),
                        found.get(items)
                                .map(item -> new Event.EventItem(
                                        new RowId(found.get(EVENT.CUSTOMER_ID), item.value1()),
                                        Optional.ofNullable(item.value2()).orElse(""))),
                        found.get(attachments).map(AttachmentStore::attachment)));
    }
}
