package io.encours.reporting;

import static encours.db.company.Tables.SITE;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.selectDistinct;

import io.encours.platform.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;

/// What reports may be narrowed to (R7): what the customers within the scope have.
@Service
public class ReportChoices {

    /// @param agents names by login
    /// @param sites names by code; the code where the company has described no such site
    public record Choices(
            Map<String, String> agents,
            List<String> groups,
            List<String> persons,
            Map<String, String> sites,
            List<String> countries,
            List<String> riskClasses) {}

    private final DSLContext db;

    ReportChoices(DSLContext db) {
        this.db = db;
    }

    public Choices of(Scope scope) {
        var seen = scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID);
        var agents = db.select(APP_USER.LOGIN, APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.in(
                        selectDistinct(CUSTOMER_.AGENT_ID).from(CUSTOMER_).where(seen)))
                .orderBy(APP_USER.NAME)
                .fetchMap(APP_USER.LOGIN, APP_USER.NAME);
        var code = CUSTOMER_.SITE;
        var sites = db
                .select(code, coalesce(min(SITE.NAME), code))
                .from(CUSTOMER_)
                .leftJoin(SITE)
                .on(SITE.COMPANY_ID.eq(CUSTOMER_.COMPANY_ID), SITE.CODE.eq(code))
                .where(seen, code.isNotNull())
                .groupBy(code)
                .orderBy(code)
                .stream()
                .collect(Collectors.toMap(Record2::value1, Record2::value2, (one, other) -> one, LinkedHashMap::new));
        return db.select(
                        values(CUSTOMER_.CUSTOMER_GROUP, seen),
                        values(CUSTOMER_.ASSOCIATED_PERSON, seen),
                        values(CUSTOMER_.COUNTRY, seen),
                        values(CUSTOMER_.RISK_CLASS, seen))
                .fetchSingle(row -> new Choices(agents, row.value1(), row.value2(), sites, row.value3(), row.value4()));
    }

    private static Field<List<String>> values(TableField<?, String> column, Condition seen) {
        Select<Record1<String>> distinct = selectDistinct(column)
                .from(CUSTOMER_)
                .where(seen)
                .and(column.ne(DSL.inline("")))
                .orderBy(column);
        return multiset(distinct).convertFrom((Result<Record1<String>> found) -> found.map(Record1::value1));
    }
}
