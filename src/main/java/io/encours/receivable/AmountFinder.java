package io.encours.receivable;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.select;

import io.encours.platform.Scope;
import io.encours.platform.search.SearchHit;
import io.encours.platform.search.SearchSource;
import io.encours.platform.search.SearchTerms;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/// Open items of an amount, original or remaining, payments too: "I have paid that". The latest first.
@Component
class AmountFinder implements SearchSource {

    /// Of an amount that very many have, so many are looked at.
    private static final int CANDIDATES = 300;

    private final DSLContext db;

    AmountFinder(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "AMOUNTS";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String titleKey() {
        return "receivable.search.amounts";
    }

    @Override
    public String icon() {
        return "coins";
    }

    @Override
    public List<SearchHit> find(Scope scope, SearchTerms terms, int limit) {
        var amounts = TypedAmount.parse(terms.typed());
        if (amounts.isEmpty()) {
            return List.of();
        }
        return db.fetch(of(scope, original(amounts)).unionAll(of(scope, remaining(amounts)))).stream()
                .map(ItemHits::of)
                .sorted(Comparator.<SearchHit, String>comparing(
                                hit -> hit.facts().get("dueDate"), Comparator.reverseOrder())
                        .thenComparing(SearchHit::path))
                .limit(limit)
                .toList();
    }

    private static Condition original(List<BigDecimal> amounts) {
        return OPEN_ITEM.ORIGINAL.in(amounts).and(OPEN_ITEM.SETTLED_ON.isNull());
    }

    /// Those partly settled: of the others the original amount is what remains.
    private static Condition remaining(List<BigDecimal> amounts) {
        return OPEN_ITEM
                .REMAINING
                .in(amounts)
                .and(OPEN_ITEM.SETTLED_ON.isNull())
                .and(OPEN_ITEM.REMAINING.ne(OPEN_ITEM.ORIGINAL));
    }

    private static Select<Record> of(Scope scope, Condition amount) {
        return select(ItemHits.FIELDS)
                .from(ItemHits.TABLES)
                .where(
                        OPEN_ITEM.COMPANY_ID.in(scope.companies()),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID),
                        amount)
                .limit(CANDIDATES);
    }
}
