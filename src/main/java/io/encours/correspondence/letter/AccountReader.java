package io.encours.correspondence.letter;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.receivable.Tables.OPEN_ITEM;

import io.encours.correspondence.Chasing;
import io.encours.correspondence.HeldItems;
import io.encours.correspondence.MergeData.Person;
import io.encours.correspondence.letter.Account.OpenItem;
import io.encours.customer.Customers;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.ItemKind;
import io.encours.receivable.interest.InterestSettings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Reads all that letters need of many customers: four queries, however many they are.
@Component
public class AccountReader {

    private final DSLContext db;
    private final HeldItems held;
    private final InterestSettings settings;

    AccountReader(DSLContext db, HeldItems held, InterestSettings settings) {
        this.db = db;
        this.held = held;
        this.settings = settings;
    }

    /// By id of the customer; those outside of the scope or the company are missing.
    public Map<Long, Account> read(Scope scope, long companyId, Collection<Long> customerIds, LocalDate today) {
        var ids = customerIds.toArray(Long[]::new);
        var open = openItems(ids, held.of(customerIds, today));
        var insolvent = settings.insolvent(customerIds, today);
        var accounts = new LinkedHashMap<Long, Account>();
        db.select(CUSTOMER_.fields())
                .select(COMPANY_.CODE, COMPANY_.CURRENCY, APP_USER.LOGIN, APP_USER.NAME, APP_USER.EMAIL)
                .from(CUSTOMER_)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER_.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER_.AGENT_ID))
                .where(
                        CUSTOMER_.ID.eq(DSL.any(ids)),
                        CUSTOMER_.COMPANY_ID.eq(companyId),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .forEach(row -> accounts.put(
                        row.get(CUSTOMER_.ID),
                        new Account(
                                Customers.of(row),
                                new Person(row.get(APP_USER.NAME), row.get(APP_USER.EMAIL), null),
                                insolvent.contains(row.get(CUSTOMER_.ID)),
                                open.getOrDefault(row.get(CUSTOMER_.ID), List.of()))));
        return accounts;
    }

    private Map<Long, List<OpenItem>> openItems(Long[] customerIds, Set<RowId> waiting) {
        return db.select(
                        OPEN_ITEM.CUSTOMER_ID,
                        OPEN_ITEM.ID,
                        OPEN_ITEM.DOCUMENT,
                        OPEN_ITEM.LABEL,
                        OPEN_ITEM.KIND,
                        OPEN_ITEM.DOCUMENT_DATE,
                        OPEN_ITEM.DUE_DATE,
                        OPEN_ITEM.ORIGINAL,
                        OPEN_ITEM.REMAINING,
                        OPEN_ITEM.PRESENTED_ON,
                        OPEN_ITEM.REJECTED_ON)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.CUSTOMER_ID.eq(DSL.any(customerIds)), OPEN_ITEM.SETTLED_ON.isNull())
                .orderBy(OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.DUE_DATE, OPEN_ITEM.DOCUMENT, OPEN_ITEM.ID)
                .fetchGroups(OPEN_ITEM.CUSTOMER_ID, row -> item(row, waiting));
    }

    private static OpenItem item(Record row, Set<RowId> waiting) {
        var kind = ItemKind.valueOf(row.get(OPEN_ITEM.KIND));
        var id = new RowId(row.get(OPEN_ITEM.CUSTOMER_ID), row.get(OPEN_ITEM.ID));
        return new OpenItem(
                row.get(OPEN_ITEM.ID),
                row.get(OPEN_ITEM.DOCUMENT),
                row.get(OPEN_ITEM.LABEL),
                kind == ItemKind.DEPOSIT,
                Chasing.isChased(
                        kind, row.get(OPEN_ITEM.PRESENTED_ON), row.get(OPEN_ITEM.REJECTED_ON), waiting.contains(id)),
                row.get(OPEN_ITEM.DOCUMENT_DATE),
                row.get(OPEN_ITEM.DUE_DATE),
                row.get(OPEN_ITEM.ORIGINAL),
                row.get(OPEN_ITEM.REMAINING));
    }
}
