package io.encours.customer;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.encours.platform.Scope;
import io.encours.platform.search.SearchHit;
import io.encours.platform.search.SearchSource;
import io.encours.platform.search.SearchTerms;
import io.encours.platform.web.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/// Customers by name, code, SIREN, SIRET, VAT number, group, e-mail address and telephone. Codes that begin as typed
/// come
/// first, then names that do, then the others; every step reads a bounded number of rows (docs/decisions/0011).
@Component
class CustomerFinder implements SearchSource {

    /// Of those that match somewhere, so many are looked at.
    private static final int CANDIDATES = 300;

    /// Of `find_key`, as the index has it.
    private static final int INDEXED = 60;

    /// Shorter words are looked for at the beginning of words only.
    private static final int ANYWHERE = 3;

    /// After every text that begins alike, in the order of code points.
    private static final String LAST = "\uffff";

    private static final Field<String> NAME_KEY =
            field("left({0}, 60) collate \"C\"", String.class, CUSTOMER_.FIND_KEY);
    private static final Field<String> CODE_KEY =
            field("regexp_replace(lower({0}), '[^[:alnum:]]', '', 'g') collate \"C\"", String.class, CUSTOMER_.CODE);
    private static final Field<Long> ID = field(name("hit", "id"), Long.class);
    private static final Field<Integer> RANK = field(name("hit", "rank"), Integer.class);

    private final DSLContext db;

    CustomerFinder(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "CUSTOMERS";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String titleKey() {
        return "customer.search.title";
    }

    @Override
    public String icon() {
        return "customers";
    }

    @Override
    public List<SearchHit> find(Scope scope, SearchTerms terms, int limit) {
        var seen = scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID);
        var name = " " + SearchTerms.plainWords(terms.typed()).strip();
        var hits = beginning(1, CODE_KEY, terms.together(), seen, limit)
                .unionAll(beginning(2, NAME_KEY, name.substring(0, Math.min(INDEXED, name.length())), seen, limit))
                .unionAll(select(CUSTOMER_.ID, inline(3))
                        .from(CUSTOMER_)
                        .where(seen, matching(terms))
                        .limit(CANDIDATES))
                .asTable("hit", "id", "rank");
        var best = select(ID, min(RANK).as("rank")).from(hits).groupBy(ID).asTable("best");
        var rank = best.field("rank", Integer.class);
        return db.select(CUSTOMER_.NAME, CUSTOMER_.CODE, COMPANY_.CODE)
                .select(
                        CUSTOMER_.SIREN,
                        CUSTOMER_.SIRET,
                        CUSTOMER_.VAT_NUMBER,
                        CUSTOMER_.CUSTOMER_GROUP,
                        CUSTOMER_.EMAIL,
                        CUSTOMER_.PHONE)
                .from(best)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(best.field(ID)))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .orderBy(rank, CUSTOMER_.NAME, CUSTOMER_.ID)
                .limit(limit)
                .fetch(row -> hit(row, terms));
    }

    private static Select<Record2<Long, Integer>> beginning(
            int rank, Field<String> key, String typed, Condition seen, int limit) {
        return select(CUSTOMER_.ID, inline(rank))
                .from(CUSTOMER_)
                .where(seen, key.ge(typed), key.lt(typed + LAST))
                .orderBy(CUSTOMER_.COMPANY_ID, key)
                .limit(limit);
    }

    /// Every word is there; a number typed in groups may stand there in one piece.
    private static Condition matching(SearchTerms terms) {
        var all = and(terms.words().stream().map(CustomerFinder::has).toList());
        return terms.groupedNumber().map(number -> all.or(has(number))).orElse(all);
    }

    private static Condition has(String word) {
        var pattern = word.length() < ANYWHERE ? "% " + word + "%" : "%" + word + "%";
        return condition("{0} like {1}", CUSTOMER_.FIND_KEY, pattern);
    }

    private static SearchHit hit(Record row, SearchTerms terms) {
        var company = row.get(COMPANY_.CODE);
        var code = row.get(CUSTOMER_.CODE);
        var name = row.get(CUSTOMER_.NAME);
        var facts = new LinkedHashMap<String, String>();
        facts.put("company", company);
        facts.put("code", code);
        facts.put("name", name);
        return new SearchHit(
                "/customers/" + Address.part(company) + "/" + Address.part(code),
                name,
                code,
                also(row, terms),
                null,
                null,
                null,
                false,
                facts);
    }

    /// The first of the other fields that has a word which neither name nor code has.
    private static @org.jspecify.annotations.Nullable String also(Record row, SearchTerms terms) {
        var told = SearchTerms.plainWords(row.get(CUSTOMER_.NAME) + " " + row.get(CUSTOMER_.CODE));
        var compactCode = SearchTerms.of(row.get(CUSTOMER_.CODE)).together();
        var missing = terms.words().stream()
                .filter(word -> !told.contains(word) && !compactCode.contains(word))
                .toList();
        if (missing.isEmpty()) {
            return null;
        }
        var number = terms.groupedNumber();
        return Stream.of(
                        CUSTOMER_.SIREN,
                        CUSTOMER_.SIRET,
                        CUSTOMER_.VAT_NUMBER,
                        CUSTOMER_.CUSTOMER_GROUP,
                        CUSTOMER_.EMAIL,
                        CUSTOMER_.PHONE)
                .map(row::get)
                .filter(value -> value != null && has(value, missing, number.orElse(missing.getFirst())))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(String value, List<String> words, String number) {
        var plain = SearchTerms.plainWords(value);
        return words.stream().anyMatch(plain::contains)
                || SearchTerms.of(value).together().contains(number);
    }
}
