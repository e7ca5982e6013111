package io.encours.reporting;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.COMPANY_FACT;
import static encours.db.receivable.Tables.FACT_CHANGE;
import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.select;

import io.encours.company.Company;
import io.encours.platform.Money;
import io.encours.platform.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Whose entries a report is made of: the customers of a filter within the caller's scope. Made by `Extents`.
///
/// @param companies at least one, of one currency
/// @param customerId of the customer of the filter
public record Extent(
        Scope scope,
        ReportFilter filter,
        List<Company> companies,
        String currency,
        @Nullable Long customerId) {

    /// Nobody is left out, so the facts of the companies tell (docs/decisions/0023).
    boolean isWhole() {
        return scope.seesEveryone() && !filter.isNarrow();
    }

    public List<Long> companyIds() {
        return companies.stream().map(Company::id).toList();
    }

    Company company() {
        return companies.getFirst();
    }

    /// The same of all customers.
    Extent withoutCustomer() {
        return new Extent(scope, filter.withoutCustomer(), companies, currency, null);
    }

    /// On the columns of `customer`.
    public Condition customers() {
        var condition =
                CUSTOMER_.COMPANY_ID.in(companyIds()).and(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID));
        if (customerId != null) {
            condition = condition.and(CUSTOMER_.ID.eq(customerId));
        }
        return condition.and(filter.customers().condition());
    }

    /// Rows of this column belong to a customer of the report.
    Condition covers(Field<Long> customer) {
        return customerId != null
                ? customer.eq(customerId)
                : customer.in(select(CUSTOMER_.ID).from(CUSTOMER_).where(customers()));
    }

    /// Items, on the columns of `open_item`.
    Condition items() {
        return OPEN_ITEM.COMPANY_ID.in(companyIds()).and(isWhole() ? DSL.noCondition() : covers(OPEN_ITEM.CUSTOMER_ID));
    }

    /// Nothing of the ledger is dated after the day, so that what is open now was open then.
    boolean isNow(DSLContext db, LocalDate asOf) {
        return !db.fetchExists(COMPANY_FACT, COMPANY_FACT.COMPANY_ID.in(companyIds()), COMPANY_FACT.DAY.gt(asOf));
    }

    /// The facts, under the name `fact`.
    Table<?> facts() {
        return factRows().asTable(Fact.ALIAS);
    }

    /// Those kept for whole companies, else those of the entries themselves.
    Select<?> factRows() {
        return isWhole()
                ? select(
                                DSL.inline(0L).as("customer_id"),
                                COMPANY_FACT.MEASURE,
                                COMPANY_FACT.ACCOUNT,
                                COMPANY_FACT.ON_DATE,
                                COMPANY_FACT.DAY,
                                COMPANY_FACT.AMOUNT,
                                COMPANY_FACT.ITEMS)
                        .from(COMPANY_FACT)
                        .where(COMPANY_FACT.COMPANY_ID.in(companyIds()))
                : Fact.of(FACT_CHANGE.COMPANY_ID.in(companyIds()).and(covers(FACT_CHANGE.CUSTOMER_ID)));
    }

    /// With the decimals of the currency.
    BigDecimal money(@Nullable BigDecimal amount) {
        return Money.of(amount == null ? BigDecimal.ZERO : amount, currency).amount();
    }
}
