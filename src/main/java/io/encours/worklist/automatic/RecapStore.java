package io.encours.worklist.automatic;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Tables.LETTER;
import static encours.db.correspondence.Tables.MESSAGE;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.worklist.Tables.AUTOMATIC_ITEM;
import static encours.db.worklist.Tables.AUTOMATIC_MESSAGE;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.encours.correspondence.Channel;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.worklist.automatic.Recap.Stand;
import io.encours.worklist.outgoing.Outgoing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableOnConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The SQL of the recap. Every query is narrowed to the customers of the scope, counts too.
@Component
class RecapStore {

    private static final int LINES = 100;

    static final Field<String> STAND = case_().when(AUTOMATIC_MESSAGE.WITHDRAWN, inline(Stand.WITHDRAWN.name()))
            .when(MESSAGE.STATE.eq(inline("TO_CONFIRM")), inline(Stand.TO_CONFIRM.name()))
            .when(MESSAGE.STATE.eq(inline("WAITING")), inline(Stand.LEAVING.name()))
            .when(MESSAGE.STATE.in(inline("SENDING"), inline("SENT"), inline("DELIVERED")), inline(Stand.GONE.name()))
            .when(
                    MESSAGE.STATE.in(inline("FAILED"), inline("BOUNCED"), inline("UNCERTAIN")),
                    inline(Stand.TROUBLE.name()))
            .when(LETTER.PRINT_RUN_ID.isNotNull(), inline(Stand.GONE.name()))
            .when(LETTER.ID.isNotNull().and(LETTER.CANCELLED_AT.isNull()), inline(Stand.TO_PRINT.name()))
            .else_(inline(Stand.STOPPED.name()));
    static final Condition COUNTS = STAND.notIn(inline(Stand.WITHDRAWN.name()), inline(Stand.STOPPED.name()));
    static final Field<BigDecimal> AMOUNT = coalesce(MESSAGE.AMOUNT, LETTER.AMOUNT);
    private static final Field<String> CURRENCY = coalesce(MESSAGE.CURRENCY, LETTER.CURRENCY);
    private static final Field<String> CHANNEL = coalesce(MESSAGE.CHANNEL, inline("LETTER"));

    private final DSLContext db;

    RecapStore(DSLContext db) {
        this.db = db;
    }

    List<Recap.Group> groups(Scope scope, LocalDate day) {
        var labels = new LinkedHashMap<Recap.Key, String>();
        var amounts = new LinkedHashMap<Recap.Key, BigDecimal>();
        var counts = new LinkedHashMap<Recap.Key, Map<Stand, Integer>>();
        var newest = new HashMap<Recap.Key, Long>();
        var position = min(AUTOMATIC_MESSAGE.POSITION);
        db.select(
                        AUTOMATIC_MESSAGE.CODE,
                        CHANNEL,
                        CURRENCY,
                        STAND,
                        max(AUTOMATIC_MESSAGE.LABEL),
                        count(),
                        sum(AMOUNT),
                        max(AUTOMATIC_MESSAGE.MESSAGE_ID))
                .from(written())
                .where(on(scope, day))
                .groupBy(AUTOMATIC_MESSAGE.CODE, CHANNEL, CURRENCY, STAND)
                .orderBy(position, AUTOMATIC_MESSAGE.CODE)
                .forEach(row -> {
                    var key = new Recap.Key(row.value1(), Channel.valueOf(row.value2()), row.value3());
                    var stand = Stand.valueOf(row.value4());
                    labels.put(key, row.value5());
                    counts.computeIfAbsent(key, each -> new EnumMap<>(Stand.class))
                            .put(stand, row.value6());
                    amounts.merge(key, stand.counts() ? row.value7() : BigDecimal.ZERO, BigDecimal::add);
                    newest.merge(key, row.value8(), Math::max);
                });
        var groups = new ArrayList<Recap.Group>();
        labels.forEach((key, label) -> {
            var part = lines(scope, day, key, 0);
            groups.add(new Recap.Group(
                    key.code(),
                    label,
                    key.channel(),
                    key.currency(),
                    amounts.getOrDefault(key, BigDecimal.ZERO),
                    counts.getOrDefault(key, Map.of()),
                    newest.getOrDefault(key, 0L),
                    part.lines(),
                    part.more()));
        });
        return groups;
    }

    /// @param after id of a message or letter of the group, which has but one of them; 0: from the first
    Recap.Part lines(Scope scope, LocalDate day, Recap.Key group, long after) {
        var items = field(selectCount()
                .from(AUTOMATIC_ITEM)
                .where(
                        AUTOMATIC_ITEM.CUSTOMER_ID.eq(AUTOMATIC_MESSAGE.CUSTOMER_ID),
                        AUTOMATIC_ITEM.KIND.eq(AUTOMATIC_MESSAGE.KIND),
                        AUTOMATIC_ITEM.MESSAGE_ID.eq(AUTOMATIC_MESSAGE.MESSAGE_ID)));
        var goes = when(MESSAGE.STATE.eq(inline("WAITING")), MESSAGE.DUE_AT)
                .else_(coalesce(MESSAGE.SENT_AT, MESSAGE.STATE_SINCE));
        var found = db.select(
                        AUTOMATIC_MESSAGE.KIND,
                        AUTOMATIC_MESSAGE.CUSTOMER_ID,
                        AUTOMATIC_MESSAGE.MESSAGE_ID,
                        COMPANY_.CODE,
                        CUSTOMER_.CODE,
                        CUSTOMER_.NAME,
                        coalesce(MESSAGE.SUBJECT, LETTER.SUBJECT),
                        field("{0}[1]", String.class, MESSAGE.RECIPIENTS),
                        items,
                        AMOUNT,
                        CURRENCY,
                        STAND,
                        goes,
                        MESSAGE.CANCELLED_BECAUSE)
                .from(written())
                .where(
                        on(scope, day),
                        AUTOMATIC_MESSAGE.CODE.eq(group.code()),
                        CHANNEL.eq(group.channel().name()),
                        CURRENCY.eq(group.currency()),
                        AUTOMATIC_MESSAGE.MESSAGE_ID.gt(after))
                .orderBy(AUTOMATIC_MESSAGE.MESSAGE_ID)
                .limit(LINES + 1)
                .fetch(row -> {
                    var stand = Stand.valueOf(row.value12());
                    return new Recap.Line(
                            new Outgoing(Outgoing.Kind.valueOf(row.value1()), new RowId(row.value2(), row.value3())),
                            row.value4(),
                            row.value5(),
                            row.value6(),
                            row.value7(),
                            row.value8() == null ? "" : row.value8(),
                            row.value9(),
                            row.value10(),
                            row.value11(),
                            stand,
                            stand == Stand.TO_CONFIRM || row.value13() == null
                                    ? null
                                    : row.value13().toInstant(),
                            row.value14());
                });
        return new Recap.Part(found.stream().limit(LINES).toList(), found.size() > LINES);
    }

    List<Outgoing> ids(Scope scope, LocalDate day, Recaps.Choice choice, Collection<Stand> stands) {
        var named = choice.ids();
        return db.select(AUTOMATIC_MESSAGE.KIND, AUTOMATIC_MESSAGE.CUSTOMER_ID, AUTOMATIC_MESSAGE.MESSAGE_ID)
                .from(written())
                .where(
                        on(scope, day),
                        STAND.in(stands.stream().map(Stand::name).toList()),
                        choice.action() == null ? noCondition() : AUTOMATIC_MESSAGE.CODE.eq(choice.action()),
                        choice.channel() == null
                                ? noCondition()
                                : CHANNEL.eq(choice.channel().name()),
                        choice.currency() == null ? noCondition() : CURRENCY.eq(choice.currency()),
                        named == null ? noCondition() : among(named))
                .orderBy(AUTOMATIC_MESSAGE.CUSTOMER_ID, AUTOMATIC_MESSAGE.MESSAGE_ID)
                .fetch(row -> new Outgoing(Outgoing.Kind.valueOf(row.value1()), new RowId(row.value2(), row.value3())));
    }

    private static Condition among(Collection<Outgoing> ids) {
        return DSL.condition(
                "({0}, {1}, {2}) in (select * from unnest({3}, {4}, {5}))",
                AUTOMATIC_MESSAGE.KIND,
                AUTOMATIC_MESSAGE.CUSTOMER_ID,
                AUTOMATIC_MESSAGE.MESSAGE_ID,
                DSL.val(ids.stream().map(each -> each.kind().name()).toArray(String[]::new)),
                DSL.val(ids.stream().map(each -> each.id().customer()).toArray(Long[]::new)),
                DSL.val(ids.stream().map(each -> each.id().id()).toArray(Long[]::new)));
    }

    static TableOnConditionStep<Record> written() {
        return AUTOMATIC_MESSAGE
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(AUTOMATIC_MESSAGE.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(AUTOMATIC_MESSAGE.COMPANY_ID))
                .leftJoin(MESSAGE)
                .on(
                        AUTOMATIC_MESSAGE.KIND.eq(inline("MESSAGE")),
                        MESSAGE.CUSTOMER_ID.eq(AUTOMATIC_MESSAGE.CUSTOMER_ID),
                        MESSAGE.ID.eq(AUTOMATIC_MESSAGE.MESSAGE_ID))
                .leftJoin(LETTER)
                .on(
                        AUTOMATIC_MESSAGE.KIND.eq(inline("LETTER")),
                        LETTER.CUSTOMER_ID.eq(AUTOMATIC_MESSAGE.CUSTOMER_ID),
                        LETTER.ID.eq(AUTOMATIC_MESSAGE.MESSAGE_ID));
    }

    private static Condition on(Scope scope, LocalDate day) {
        return seen(scope).and(AUTOMATIC_MESSAGE.DAY.eq(day));
    }

    static Condition seen(Scope scope) {
        return AUTOMATIC_MESSAGE
                .COMPANY_ID
                .in(scope.companies())
                .and(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID));
    }
}
