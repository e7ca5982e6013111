package io.encours.receivable.interest;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.receivable.Tables.CUSTOMER_BALANCE;

import io.encours.company.Companies;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.receivable.interest.CompanyClaims.Row;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The living claims (K5): what has accrued on every item paid late or not paid, by dated entries and dated rates, and
/// what was invoiced and waived of it. Also of items long paid: a claim does not end with its principal.
@Service
public class InterestClaims {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2050, 12, 31);

    private final DSLContext db;
    private final Companies companies;
    private final Customers customers;
    private final InterestRates rates;
    private final InterestSettings settings;
    private final AccountReader accounts;
    private final ClaimDecisionStore decisions;

    InterestClaims(
            DSLContext db,
            Clock clock,
            Companies companies,
            Customers customers,
            InterestRates rates,
            InterestSettings settings) {
        this.db = db;
        this.companies = companies;
        this.customers = customers;
        this.rates = rates;
        this.settings = settings;
        this.accounts = new AccountReader(db);
        this.decisions = new ClaimDecisionStore(db, clock);
    }

    /// @throws Problem not found, also when the customer is outside of the scope
    @Transactional(readOnly = true)
    public CustomerClaims ofCustomer(Scope scope, String company, String code, LocalDate asOf) {
        return of(customers.get(scope, company, code), asOf);
    }

    /// Of a customer the caller has already read within the scope.
    @Transactional(readOnly = true)
    public CustomerClaims of(Customer customer, LocalDate asOf) {
        requireInReach(asOf);
        var companyTerms = settings.ofCompany(customer.companyId());
        var customerTerms = settings.ofCustomer(customer.id());
        var made = decisions.ofCustomer(customer.id(), asOf);
        var book = new ClaimBook(companyTerms.of(customerTerms), rates.published(), asOf);
        var claims = new ArrayList<Claim>();
        if (!customer.unidentified()) {
            accounts.customers(new Long[] {customer.id()}, asOf, account -> claims.addAll(book.claims(account, made)));
        }
        if (claims.isEmpty()) {
            claims.addAll(book.claims(new CustomerAccount(customer.id()), made));
        }
        return new CustomerClaims(
                asOf,
                customer.currency(),
                companyTerms,
                customerTerms,
                unallocated(customer.id()),
                List.copyOf(claims),
                made);
    }

    /// One pass over the accounts of the company.
    ///
    /// @throws Problem not found, also when the company is outside of the scope
    @Transactional(readOnly = true)
    public CompanyClaims ofCompany(Scope scope, String companyCode, LocalDate asOf) {
        requireInReach(asOf);
        var company = companies.get(scope, companyCode);
        var known = names(scope, company.id());
        var companyTerms = settings.ofCompany(company.id());
        var usual = companyTerms.of(CustomerTerms.USUAL);
        var differing = settings.ofCustomers(company.id());
        var published = rates.published();
        var made = decisions.ofCompany(company.id(), asOf);
        var seen = new HashSet<Long>();
        var rows = new ArrayList<Row>();
        var provisional = new boolean[1];
        Consumer<CustomerAccount> each = account -> {
            var name = known.get(account.customerId());
            if (name != null) {
                seen.add(account.customerId());
                var own = differing.get(account.customerId());
                var claims = new ClaimBook(own == null ? usual : companyTerms.of(own), published, asOf)
                        .claims(account, made.getOrDefault(account.customerId(), List.of()));
                provisional[0] |=
                        claims.stream().anyMatch(claim -> claim.accrual().provisional());
                add(rows, name, claims);
            }
        };
        if (scope.seesEveryone()) {
            accounts.company(company.id(), asOf, each);
        } else {
            accounts.customers(known.keySet().toArray(Long[]::new), asOf, each);
        }
        made.keySet().stream()
                .filter(id -> known.containsKey(id) && !seen.contains(id))
                .forEach(id -> each.accept(new CustomerAccount(id)));
        rows.sort(Comparator.comparing((Row row) -> row.claimable().total())
                .reversed()
                .thenComparing(Row::code));
        return new CompanyClaims(asOf, company.currency(), List.copyOf(rows), provisional[0]);
    }

    private static void add(List<Row> rows, Name name, List<Claim> claims) {
        if (!claims.isEmpty()) {
            rows.add(new Row(
                    name.code(),
                    name.name(),
                    claims.size(),
                    sum(claims, Claim::accrued),
                    sum(claims, Claim::invoiced),
                    sum(claims, Claim::waived)));
        }
    }

    private static Amounts sum(List<Claim> claims, java.util.function.Function<Claim, Amounts> part) {
        return claims.stream().map(part).reduce(Amounts.NONE, Amounts::plus);
    }

    private record Name(String code, String name) {}

    /// Customers the caller sees; what stands on a bare control account belongs to nobody who could owe interest.
    private Map<Long, Name> names(Scope scope, long companyId) {
        return db.select(CUSTOMER_.ID, CUSTOMER_.CODE, CUSTOMER_.NAME)
                .from(CUSTOMER_)
                .where(scope.in(companyId).covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .and(CUSTOMER_.UNIDENTIFIED.isFalse())
                .fetchMap(row -> row.value1(), row -> new Name(row.value2(), row.value3()));
    }

    private BigDecimal unallocated(long customerId) {
        return db.select(CUSTOMER_BALANCE.UNALLOCATED)
                .from(CUSTOMER_BALANCE)
                .where(CUSTOMER_BALANCE.CUSTOMER_ID.eq(customerId))
                .fetchOptional(CUSTOMER_BALANCE.UNALLOCATED)
                .orElse(BigDecimal.ZERO);
    }

    /// A rate is known for a while only, and every half year is computed.
    private static void requireInReach(LocalDate asOf) {
        if (asOf.isBefore(EARLIEST) || asOf.isAfter(LATEST)) {
            throw Problem.invalid("asOf", "receivable.interest.problem.asOf");
        }
    }
}
