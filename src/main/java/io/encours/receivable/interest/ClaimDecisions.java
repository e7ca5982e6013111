package io.encours.receivable.interest;

import io.encours.company.Companies;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.interest.ClaimDecision.Kind;
import io.encours.receivable.interest.ClaimDecisionStore.Draft;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Invoicing and waiving claims (K5). Rows are only added; one at a time decides about a customer.
@Service
public class ClaimDecisions {

    /// Which part of a claim is meant.
    public enum Part {
        ALL,
        INTEREST,
        INDEMNITY
    }

    /// What a caller wants; checked here.
    ///
    /// @param items ids; empty: all on which something is claimable
    /// @param part null: both
    /// @param amount of one part of one item; null: all that is claimable
    /// @param reason needed for waiving
    /// @param reference number of the debit note
    public record Order(
            @Nullable List<String> items,
            @Nullable String part,
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable String reference) {}

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_REFERENCE = 60;

    private final Companies companies;
    private final Customers customers;
    private final InterestClaims claims;
    private final InterestSettings settings;
    private final BusinessDate businessDate;
    private final ClaimDecisionStore store;

    ClaimDecisions(
            DSLContext db,
            Clock clock,
            Companies companies,
            Customers customers,
            InterestClaims claims,
            InterestSettings settings,
            BusinessDate businessDate) {
        this.companies = companies;
        this.customers = customers;
        this.claims = claims;
        this.settings = settings;
        this.businessDate = businessDate;
        this.store = new ClaimDecisionStore(db, clock);
    }

    /// Waives what is claimable today.
    ///
    /// @return what was waived
    /// @throws Problem forbidden; not found, also outside of the scope; refused when the company forbids waiving, a
    ///     value is wrong, or nothing is claimable
    @Transactional
    public Amounts waive(SignedIn by, Scope scope, String company, String code, Order order) {
        ClaimRights.require(ClaimRights.mayLead(by));
        var customer = customers.get(scope, company, code);
        if (!settings.ofCompany(customer.companyId()).waiving()) {
            throw Problem.refused("receivable.interest.problem.waivingForbidden");
        }
        return decide(by, customer, Kind.WAIVED, order);
    }

    /// Notes that what is claimable today was invoiced.
    ///
    /// @return what was invoiced
    /// @throws Problem forbidden; not found, also outside of the scope; refused when a value is wrong or nothing is
    ///     claimable
    @Transactional
    public Amounts invoice(SignedIn by, Scope scope, String company, String code, Order order) {
        ClaimRights.require(ClaimRights.mayInvoice(by));
        return decide(by, customers.get(scope, company, code), Kind.INVOICED, order);
    }

    /// Takes a decision back.
    ///
    /// @throws Problem forbidden; not found; conflict when it was taken back already
    @Transactional
    public void reverse(SignedIn by, Scope scope, String company, String code, RowId id, @Nullable String reason) {
        var customer = customers.get(scope, company, code);
        store.lock(customer.id());
        var decision = store.find(id)
                .filter(found -> found.id().customer() == customer.id() && found.reverses() == null)
                .orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        ClaimRights.require(decision.kind() == Kind.WAIVED ? ClaimRights.mayLead(by) : ClaimRights.mayInvoice(by));
        if (store.isReversed(id)) {
            throw Problem.conflict("receivable.interest.problem.reversed");
        }
        var checks = new Checks();
        var why = checks.required("reason", reason, LONGEST_REASON);
        checks.orRefuse();
        store.insert(
                new Draft(
                        customer.companyId(),
                        new RowId(customer.id(), decision.itemId()),
                        decision.document(),
                        decision.dueDate(),
                        decision.kind(),
                        decision.amounts().negated(),
                        decision.currency(),
                        businessDate.today(companies.byId(customer.companyId()).zone()),
                        why,
                        decision.reference(),
                        id.id()),
                by);
    }

    private Amounts decide(SignedIn by, Customer customer, Kind kind, Order order) {
        store.lock(customer.id());
        var today = businessDate.today(companies.byId(customer.companyId()).zone());
        var known = new LinkedHashMap<String, Claim>();
        claims.of(customer, today)
                .claims()
                .forEach(claim -> known.put(claim.item().toString(), claim));
        var checks = new Checks();
        var part = checks.choice("part", order.part(), Part.class, Part.ALL);
        var reason = kind == Kind.WAIVED
                ? checks.required("reason", order.reason(), LONGEST_REASON)
                : Objects.requireNonNullElse(checks.optional("reason", order.reason(), LONGEST_REASON), "");
        var reference =
                Objects.requireNonNullElse(checks.optional("reference", order.reference(), LONGEST_REFERENCE), "");
        var wanted = order.items() == null || order.items().isEmpty()
                ? List.copyOf(known.keySet())
                : order.items().stream().distinct().toList();
        for (var item : wanted) {
            checks.that(known.containsKey(item), "items", "receivable.interest.problem.noClaim", item);
        }
        var amount = order.amount();
        checks.that(
                amount == null || (wanted.size() == 1 && part != Part.ALL),
                "amount",
                "receivable.interest.problem.amountOfOne");
        checks.orRefuse();
        var total = Amounts.NONE;
        for (var item : wanted) {
            var claim = Objects.requireNonNull(known.get(item));
            var decided = amounts(claim, Objects.requireNonNull(part), amount);
            if (!decided.isZero()) {
                store.insert(
                        new Draft(
                                customer.companyId(),
                                claim.item(),
                                claim.document(),
                                claim.dueDate(),
                                kind,
                                decided,
                                claim.currency(),
                                today,
                                reason,
                                reference,
                                null),
                        by);
                total = total.plus(decided);
            }
        }
        if (total.isZero()) {
            throw Problem.refused("receivable.interest.problem.nothing");
        }
        return total;
    }

    /// @param amount null: all that is claimable of the part
    private static Amounts amounts(Claim claim, Part part, @Nullable BigDecimal amount) {
        var open = claim.claimable().positive();
        return switch (part) {
            case ALL -> open;
            case INTEREST -> new Amounts(limited(amount, open.interest()), BigDecimal.ZERO);
            case INDEMNITY -> new Amounts(BigDecimal.ZERO, limited(amount, open.indemnity()));
        };
    }

    private static BigDecimal limited(@Nullable BigDecimal amount, BigDecimal open) {
        if (amount == null) {
            return open;
        }
        if (amount.signum() <= 0
                || amount.compareTo(open) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw Problem.invalid("amount", "receivable.interest.problem.amount", open.toPlainString());
        }
        return amount;
    }
}
