package io.encours.customer;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;

import io.encours.company.Companies;
import io.encours.customer.Customer.Details;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The customers of the companies: reading them within a scope, keeping their master data, making those that an
/// import names.
@Service
public class Customers {

    /// What a list is narrowed to; null: not narrowed.
    ///
    /// @param company code
    /// @param q part of the name or code, whatever case and accents
    /// @param agent login
    public record Filter(
            @Nullable String company,
            @Nullable String q,
            @Nullable String agent,
            @Nullable String group,
            @Nullable String riskClass) {}

    private final CustomerStore store;
    private final CustomerClaims claims;
    private final Companies companies;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Customers(DSLContext db, Companies companies, Clock clock, ApplicationEventPublisher events, Audit audit) {
        this.store = new CustomerStore(db);
        this.claims = new CustomerClaims(db, () -> clock.instant().atOffset(ZoneOffset.UTC));
        this.companies = companies;
        this.events = events;
        this.audit = audit;
    }

    /// By name.
    public Slice<Customer> list(Scope scope, Filter filter, int limit, @Nullable String cursor) {
        return store.list(scope, filter, limit, cursor);
    }

    /// @throws Problem not found, also when it is outside of the scope
    public Customer get(Scope scope, String company, String code) {
        return find(scope, company, code).orElseThrow(() -> Problem.notFound("customer.problem.unknown", code));
    }

    public Optional<Customer> find(Scope scope, String company, String code) {
        return store.find(company, code).filter(customer -> scope.covers(customer.companyId(), customer.agentId()));
    }

    public Optional<Customer> find(Scope scope, long id) {
        return store.byId(id).filter(customer -> scope.covers(customer.companyId(), customer.agentId()));
    }

    /// Ids of customers of a company by code; those outside of the scope are missing.
    public Map<String, Long> ids(Scope scope, long companyId, Collection<String> codes) {
        return store.ids(scope, companyId, codes);
    }

    /// The customer a row belongs to.
    ///
    /// @throws Problem not found, also when it is outside of the scope
    public Customer of(Scope scope, RowId row) {
        return find(scope, row.customer()).orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
    }

    /// Replaces the master data; makes the customer when there is none with the code.
    ///
    /// @throws Problem not found outside of the scope, refused with the fields that are wrong
    @Transactional
    public Customer put(Scope scope, String companyCode, String code, Details details) {
        var known = store.find(companyCode, code);
        var after = write(scope, companyCode, code, known, details);
        events.publishEvent(new CustomersChanged(after.companyId(), List.of(after.id())));
        audit.record(
                AuditKind.CUSTOMER,
                companyCode + "/" + code,
                after.name(),
                known.map(Customer::details).orElse(null),
                after.details());
        return after;
    }

    /// Writes it as `put` does, but nobody is told: to see what would be, in a transaction that is rolled back.
    ///
    /// @throws Problem as `put`
    @Transactional(propagation = Propagation.MANDATORY)
    public void suppose(Scope scope, String companyCode, String code, Details details) {
        write(scope, companyCode, code, store.find(companyCode, code), details);
    }

    private Customer write(Scope scope, String companyCode, String code, Optional<Customer> known, Details details) {
        var company = companies.get(scope, companyCode);
        if (known.isPresent() ? !scope.covers(company.id(), known.get().agentId()) : !scope.seesEveryone()) {
            throw Problem.notFound("customer.problem.unknown", code);
        }
        var checked = DetailsCheck.checked(details, company.language(), store::agentId);
        var id = known.map(Customer::id).orElseGet(() -> claims.create(company.id(), code, checked.name()));
        store.update(id, checked);
        return store.byId(id).orElseThrow();
    }

    /// Makes the customers that the rows of the temporary table `staged_line` name and that are not known yet.
    ///
    /// @return how many
    @Transactional(propagation = Propagation.MANDATORY)
    public int claimStaged(long companyId) {
        return claims.claimStaged(companyId);
    }

    /// Takes in checked rows of a file: only the columns it has, the last row of a code counting.
    @Transactional(propagation = Propagation.MANDATORY)
    public Upserted upsert(long companyId, Collection<CustomerField> columns, CustomerRow.Rows rows)
            throws IOException {
        var upserted = new CustomerRows(store.db(), claims).upsert(companyId, columns, rows);
        if (!upserted.customerIds().isEmpty()) {
            events.publishEvent(new CustomersChanged(companyId, upserted.customerIds()));
        }
        return upserted;
    }

    /// Ids of users by login, for checking what a file says.
    public Optional<Long> agent(String login) {
        return store.agentId(login);
    }

    /// Of a row with all columns of the customer, and the code and currency of its company, login and name of its
    /// agent:
    /// for lists that show customers beside something else.
    public static Customer of(Record row) {
        return new Customer(
                row.get(CUSTOMER_.ID),
                row.get(CUSTOMER_.COMPANY_ID),
                row.get(COMPANY_.CODE),
                row.get(CUSTOMER_.CODE),
                new Details(
                        row.get(CUSTOMER_.NAME),
                        row.get(CUSTOMER_.SIREN),
                        row.get(CUSTOMER_.SIRET),
                        row.get(CUSTOMER_.VAT_NUMBER),
                        row.get(CUSTOMER_.CUSTOMER_GROUP),
                        row.get(APP_USER.LOGIN),
                        row.get(CUSTOMER_.ASSOCIATED_PERSON),
                        row.get(CUSTOMER_.SITE),
                        row.get(CUSTOMER_.LANGUAGE),
                        row.get(CUSTOMER_.EMAIL),
                        row.get(CUSTOMER_.PHONE),
                        row.get(CUSTOMER_.ADDRESS),
                        row.get(CUSTOMER_.POSTAL_CODE),
                        row.get(CUSTOMER_.CITY),
                        row.get(CUSTOMER_.COUNTRY),
                        row.get(CUSTOMER_.PAYMENT_TERMS),
                        row.get(CUSTOMER_.PAYMENT_METHOD),
                        row.get(CUSTOMER_.CREDIT_LIMIT),
                        row.get(CUSTOMER_.RISK_CLASS),
                        row.get(CUSTOMER_.STRATEGY_CODE)),
                row.get(CUSTOMER_.AGENT_ID),
                row.get(APP_USER.NAME),
                row.get(CUSTOMER_.UNIDENTIFIED),
                row.get(COMPANY_.CURRENCY));
    }
}
