package io.encours.reporting;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.Checks;
import io.encours.platform.Money;
import io.encours.platform.PlainNumber;
import io.encours.platform.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Entering what is to be collected in a month, of a company and of each collector (R1): for managers, kept with
/// who and when. Without it the target is what was known to be collected when the month began.
@Service
public class CollectionTargets {

    private static final BigDecimal MOST = new BigDecimal("999999999999");

    /// All that is wanted of a month; of whom nothing is said has no target entered.
    ///
    /// @param amount of the whole company, as it is typed; null or blank: none
    /// @param collectors the same by login
    public record Draft(@Nullable String amount, @Nullable Map<String, @Nullable String> collectors) {}

    private final CollectionTargetStore store;
    private final Companies companies;
    private final Scopes scopes;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    CollectionTargets(DSLContext db, Companies companies, Scopes scopes, Users users, Audit audit, Clock clock) {
        this.store = new CollectionTargetStore(db);
        this.companies = companies;
        this.scopes = scopes;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// Managers of collections, and administrators; who sees only their own customers does not.
    public boolean mayEnter(SignedIn user) {
        return (user.administers() || user.collectionsRole() == CollectionsRole.MANAGER)
                && user.role() != Role.EXECUTIVE
                && user.role() != Role.GUEST
                && scopes.of(user).seesEveryone();
    }

    /// @throws Problem not found; forbidden for others than managers; refused with every amount that is wrong
    @Transactional
    public void put(SignedIn by, String companyCode, YearMonth month, Draft draft) {
        if (!mayEnter(by)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var company = companies.get(by, companyCode);
        store.lock(company.id(), month);
        var wanted = checked(company, draft);
        var before = said(company, month);
        store.put(company.id(), month, wanted, by.id(), clock.instant());
        audit.record(
                by,
                AuditKind.TARGET,
                company.code() + "/" + month,
                company.name() + " " + month,
                before,
                said(company, month));
    }

    /// As the audit trail tells it: amounts by login, under the company's code that of the whole.
    private Map<String, String> said(Company company, YearMonth month) {
        var said = new TreeMap<String, String>();
        store.of(List.of(company.id()), month)
                .forEach(row -> said.put(
                        Optional.ofNullable(row.entered().agent()).orElse(company.code()),
                        Money.of(row.entered().amount(), company.currency()).plain()));
        return said;
    }

    private Map<Long, BigDecimal> checked(Company company, Draft draft) {
        var checks = new Checks();
        var wanted = new HashMap<Long, BigDecimal>();
        amount(checks, company, "amount", draft.amount())
                .ifPresent(amount -> wanted.put(CollectionTargetStore.COMPANY, amount));
        var collectors = draft.collectors() == null ? Map.<String, @Nullable String>of() : draft.collectors();
        collectors.forEach((login, typed) -> {
            var field = "collectors." + login;
            var amount = amount(checks, company, field, typed);
            var collector = users.find(login).filter(user -> user.collectionsRole() != CollectionsRole.NONE);
            checks.that(collector.isPresent() || amount.isEmpty(), field, "reporting.target.problem.collector", login);
            amount.ifPresent(of -> collector.ifPresent(user -> wanted.put(user.id(), of)));
        });
        checks.orRefuse();
        return wanted;
    }

    private static Optional<BigDecimal> amount(Checks checks, Company company, String field, @Nullable String typed) {
        var text = typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var amount = PlainNumber.read(text)
                .filter(number -> number.signum() >= 0 && number.compareTo(MOST) <= 0)
                .filter(number -> Money.of(number, company.currency()).amount().compareTo(number) == 0);
        checks.that(amount.isPresent(), field, "reporting.target.problem.amount");
        return amount;
    }
}
