package io.encours.receivable;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.OPEN_ITEM;

import io.encours.platform.Money;
import io.encours.platform.RowId;
import io.encours.platform.search.SearchHit;
import io.encours.platform.web.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;

/// Items found, with their customers.
final class ItemHits {

    static final Table<?> TABLES = OPEN_ITEM
            .join(CUSTOMER_)
            .on(CUSTOMER_.ID.eq(OPEN_ITEM.CUSTOMER_ID))
            .join(COMPANY_)
            .on(COMPANY_.ID.eq(OPEN_ITEM.COMPANY_ID));

    static final List<SelectField<?>> FIELDS = List.of(
            OPEN_ITEM.CUSTOMER_ID,
            OPEN_ITEM.ID,
            OPEN_ITEM.COMPANY_ID,
            OPEN_ITEM.DOCUMENT,
            OPEN_ITEM.KIND,
            OPEN_ITEM.DUE_DATE,
            OPEN_ITEM.ORIGINAL,
            OPEN_ITEM.REMAINING,
            OPEN_ITEM.CURRENCY,
            OPEN_ITEM.SETTLED_ON,
            CUSTOMER_.CODE.as("customer_code"),
            CUSTOMER_.NAME.as("customer_name"),
            COMPANY_.CODE.as("company_code"));

    private ItemHits() {}

    static SearchHit of(Record row) {
        var id = new RowId(row.get(OPEN_ITEM.CUSTOMER_ID), row.get(OPEN_ITEM.ID)).toString();
        var company = row.get("company_code", String.class);
        var customer = row.get("customer_code", String.class);
        var name = row.get("customer_name", String.class);
        var settled = row.get(OPEN_ITEM.SETTLED_ON) != null;
        var currency = row.get(OPEN_ITEM.CURRENCY);
        var original = Money.of(row.get(OPEN_ITEM.ORIGINAL), currency);
        var remaining = settled ? Money.zero(currency) : Money.of(row.get(OPEN_ITEM.REMAINING), currency);
        var facts = new LinkedHashMap<String, String>();
        facts.put("id", id);
        facts.put("company", company);
        facts.put("customer", customer);
        facts.put("name", name);
        facts.put("document", row.get(OPEN_ITEM.DOCUMENT));
        var kind = ItemKind.valueOf(row.get(OPEN_ITEM.KIND));
        facts.put("kind", kind.name());
        facts.put("dueDate", row.get(OPEN_ITEM.DUE_DATE).toString());
        facts.put("original", original.plain());
        facts.put("remaining", remaining.plain());
        facts.put("currency", currency);
        var path = "/customers/" + Address.part(company) + "/" + Address.part(customer);
        return new SearchHit(
                new Address(path, Map.of()).with("item", id).toString(),
                row.get(OPEN_ITEM.DOCUMENT),
                name,
                null,
                kind == ItemKind.INVOICE ? null : "receivable.kind." + kind,
                row.get(OPEN_ITEM.DUE_DATE),
                settled ? original : remaining,
                settled,
                facts);
    }
}
