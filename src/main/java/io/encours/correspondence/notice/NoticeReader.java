package io.encours.correspondence.notice;

import io.encours.company.Companies;
import io.encours.company.Letterheads;
import io.encours.correspondence.HeldItems;
import io.encours.correspondence.notice.NoticeRules.Refusal;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.Item;
import io.encours.receivable.ItemFilter;
import io.encours.receivable.Receivables;
import io.encours.receivable.interest.InterestClaims;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what a formal notice is made of.
@Component
class NoticeReader {

    private static final int PART = 1_000;

    private final Customers customers;
    private final Companies companies;
    private final Letterheads letterheads;
    private final Receivables receivables;
    private final InterestClaims claims;
    private final HeldItems held;
    private final NoticeSettings settings;
    private final BusinessDate businessDate;

    NoticeReader(
            Customers customers,
            Companies companies,
            Letterheads letterheads,
            Receivables receivables,
            InterestClaims claims,
            HeldItems held,
            NoticeSettings settings,
            BusinessDate businessDate) {
        this.customers = customers;
        this.companies = companies;
        this.letterheads = letterheads;
        this.receivables = receivables;
        this.claims = claims;
        this.held = held;
        this.settings = settings;
        this.businessDate = businessDate;
    }

    LocalDate today(long companyId) {
        return businessDate.today(companies.byId(companyId).zone());
    }

    /// What is known of the customer, for choosing; the notice may be refused.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope
    NoticeAccount account(Scope scope, String company, String code) {
        return account(scope, customers.get(scope, company, code));
    }

    /// @param customer read within the scope
    NoticeAccount account(Scope scope, Customer customer) {
        var today = today(customer.companyId());
        return new NoticeAccount(
                customer,
                letterheads.of(customer.companyId()),
                open(scope, customer, today),
                held.of(List.of(customer.id()), today),
                claims.of(customer, today),
                today);
    }

    /// What may be demanded, or why nothing is.
    sealed interface Verdict {
        record Demanded(Demand demand) implements Verdict {}

        record Refused(Refusal reason) implements Verdict {}
    }

    /// What would be demanded.
    ///
    /// @throws Problem not found; refused with the reason
    Demand demand(Scope scope, String company, String code, Notices.Draft draft) {
        var days = draft.days();
        if (days != null) {
            NoticeSettings.checkDays(days);
        }
        return switch (judge(account(scope, company, code), wanted(draft), days)) {
            case Verdict.Demanded(var demand) -> demand;
            case Verdict.Refused(var reason) ->
                throw reason == Refusal.NOT_DEMANDABLE
                        ? Problem.invalid("items", reason.messageKey())
                        : Problem.refused(reason.messageKey());
        };
    }

    /// @param wanted none: all that may be demanded
    /// @param days to pay in; null: as the company's settings say
    Verdict judge(NoticeAccount account, Set<RowId> wanted, @Nullable Integer days) {
        var refusal = NoticeRules.refusal(account);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        var items = NoticeRules.chosen(account, wanted);
        if (items.isEmpty()) {
            return new Verdict.Refused(Refusal.NOT_DEMANDABLE);
        }
        var terms = settings.of(account.customer().companyId());
        var deadline = account.today().plusDays(Objects.requireNonNullElse(days, terms.days()));
        var demand = Demand.of(account, items.get(), deadline, terms);
        return demand.principal().compareTo(demand.credits()) <= 0
                ? new Verdict.Refused(Refusal.COVERED)
                : new Verdict.Demanded(demand);
    }

    private List<Item> open(Scope scope, Customer customer, LocalDate today) {
        var open = new ArrayList<Item>();
        @Nullable String cursor = null;
        do {
            var part = receivables.items(
                    scope, ItemFilter.openItemsOf(customer.company(), customer.code()), today, PART, cursor);
            open.addAll(part.items());
            cursor = part.next();
        } while (cursor != null);
        return open;
    }

    private static Set<RowId> wanted(Notices.Draft draft) {
        var wanted = new LinkedHashSet<RowId>();
        for (var item : Objects.requireNonNullElse(draft.items(), List.<String>of())) {
            wanted.add(RowId.parse(item)
                    .orElseThrow(() -> Problem.invalid("items", "correspondence.notice.problem.item")));
        }
        return wanted;
    }
}
