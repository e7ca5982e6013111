package io.encours.correspondence.notice;

import io.encours.company.Companies;
import io.encours.company.Letterheads;
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
    private final NoticeSettings settings;
    private final BusinessDate businessDate;

    NoticeReader(
            Customers customers,
            Companies companies,
            Letterheads letterheads,
            Receivables receivables,
            InterestClaims claims,
            NoticeSettings settings,
            BusinessDate businessDate) {
        this.customers = customers;
        this.companies = companies;
        this.letterheads = letterheads;
        this.receivables = receivables;
        this.claims = claims;
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
        var customer = customers.get(scope, company, code);
        var today = today(customer.companyId());
        return new NoticeAccount(
                customer,
                letterheads.of(customer.companyId()),
                open(scope, customer, today),
                claims.of(customer, today),
                today);
    }

    /// What would be demanded.
    ///
    /// @throws Problem not found; refused with the reason
    Demand demand(Scope scope, String company, String code, Notices.Draft draft) {
        var account = account(scope, company, code);
        NoticeRules.refusal(account).ifPresent(reason -> {
            throw Problem.refused(reason.messageKey());
        });
        var terms = settings.of(account.customer().companyId());
        var days = Objects.requireNonNullElse(draft.days(), terms.days());
        NoticeSettings.checkDays(days);
        var items = NoticeRules.chosen(account, wanted(draft))
                .orElseThrow(() -> Problem.invalid("items", "correspondence.notice.problem.item"));
        var demand = Demand.of(account, items, account.today().plusDays(days), terms);
        if (demand.principal().compareTo(demand.credits()) <= 0) {
            throw Problem.refused(NoticeRules.Refusal.COVERED.messageKey());
        }
        return demand;
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
