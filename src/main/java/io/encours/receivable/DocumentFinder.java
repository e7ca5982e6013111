package io.encours.receivable;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import io.encours.platform.Scope;
import io.encours.platform.search.SearchHit;
import io.encours.platform.search.SearchSource;
import io.encours.platform.search.SearchTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Items by their document: references that begin as typed, settled ones too, since a customer asks about an old
/// invoice as
/// well; and open ones whose last number begins as typed.
@Component
class DocumentFinder implements SearchSource {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
    private static final String LAST = "\uffff";

    private final DSLContext db;

    DocumentFinder(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "DOCUMENTS";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String titleKey() {
        return "receivable.search.documents";
    }

    @Override
    public String icon() {
        return "items";
    }

    @Override
    public List<SearchHit> find(Scope scope, SearchTerms terms, int limit) {
        var whole = DocumentKey.of(terms.typed());
        var number = DocumentKey.number(terms.typed());
        var arms = new ArrayList<Select<Record>>();
        if (!whole.isEmpty()) {
            arms.add(beginning(scope, DocumentKey.WHOLE, whole, 1, limit, noCondition()));
        }
        if (NUMBER.matcher(terms.typed()).matches() && !number.isEmpty()) {
            arms.add(beginning(scope, DocumentKey.NUMBER, number, 2, limit, OPEN_ITEM.SETTLED_ON.isNull()));
        }
        return arms.stream()
                .reduce(Select::unionAll)
                .map(hits -> hits(hits, limit))
                .orElse(List.of());
    }

    /// A document may begin as typed and end with the same number: it is shown once, at its better place.
    private List<SearchHit> hits(Select<Record> arms, int limit) {
        var hit = arms.asTable("hit");
        return db
                .selectFrom(hit)
                .orderBy(
                        named("place", Integer.class),
                        named("company_id", Long.class),
                        named("key", String.class),
                        named("customer_id", Long.class),
                        named("id", Long.class))
                .fetch()
                .stream()
                .map(ItemHits::of)
                .distinct()
                .limit(limit)
                .toList();
    }

    /// The index gives them in their order, so that a bounded number is read however many begin alike.
    private Select<Record> beginning(
            Scope scope, Field<String> key, String typed, int place, int limit, Condition which) {
        var fields = new ArrayList<>(ItemHits.FIELDS);
        fields.add(inline(place).as("place"));
        fields.add(key.as("key"));
        return DSL.select(fields)
                .from(ItemHits.TABLES)
                .where(
                        OPEN_ITEM.COMPANY_ID.in(scope.companies()),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID),
                        OPEN_ITEM.DOCUMENT.ne(inline("")),
                        which,
                        key.ge(typed),
                        key.lt(typed + LAST))
                .orderBy(OPEN_ITEM.COMPANY_ID, key)
                .limit(limit);
    }

    private static <T> Field<T> named(String column, Class<T> type) {
        return field(name("hit", column), type);
    }
}
