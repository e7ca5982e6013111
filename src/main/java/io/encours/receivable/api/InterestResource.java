package io.encours.receivable.api;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.api.InterestAnswer.Totals;
import io.encours.receivable.interest.ClaimDecisions;
import io.encours.receivable.interest.ClaimDecisions.Order;
import io.encours.receivable.interest.CompanyClaims;
import io.encours.receivable.interest.InterestClaims;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Interest and indemnities (K5): of a customer item by item, of a company customer by customer, and what is decided
/// about them.
@RestController
@RequestMapping("/api/v1")
class InterestResource {

    private final InterestClaims claims;
    private final ClaimDecisions decisions;
    private final Companies companies;
    private final BusinessDate businessDate;

    InterestResource(InterestClaims claims, ClaimDecisions decisions, Companies companies, BusinessDate businessDate) {
        this.claims = claims;
        this.decisions = decisions;
        this.companies = companies;
        this.businessDate = businessDate;
    }

    /// @param items ids; missing: all on which something is claimable
    /// @param part ALL, INTEREST or INDEMNITY; missing: ALL
    /// @param amount of one part of one item; missing: all that is claimable
    /// @param reason needed for waiving
    /// @param reference number of the debit note
    record DecisionDraft(
            @Nullable List<String> items,
            @Nullable String part,
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable String reference) {

        Order order() {
            return new Order(items, part, amount, reason, reference);
        }
    }

    record ReversalDraft(@Nullable String reason) {}

    record CustomerRow(String customer, String name, int items, Totals amounts) {}

    record InterestList(
            LocalDate asOf,
            String currency,
            boolean provisional,
            Totals total,
            List<CustomerRow> items,
            @Nullable String next) {}

    @GetMapping("/customers/{company}/{code}/interest")
    InterestAnswer show(
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam Optional<LocalDate> asOf) {
        return InterestAnswer.of(claims.ofCustomer(scope, company, code, asOf.orElseGet(() -> today(scope, company))));
    }

    @PostMapping("/customers/{company}/{code}/interest/waivers")
    @ResponseStatus(HttpStatus.CREATED)
    InterestAnswer waive(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody DecisionDraft draft) {
        decisions.waive(user, scope, company, code, draft.order());
        return show(scope, company, code, Optional.empty());
    }

    @PostMapping("/customers/{company}/{code}/interest/invoices")
    @ResponseStatus(HttpStatus.CREATED)
    InterestAnswer invoice(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody DecisionDraft draft) {
        decisions.invoice(user, scope, company, code, draft.order());
        return show(scope, company, code, Optional.empty());
    }

    /// Takes a decision back: a row of the opposite amounts.
    @PostMapping("/customers/{company}/{code}/interest/decisions/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    InterestAnswer reverse(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String id,
            @RequestBody ReversalDraft draft) {
        var decision = RowId.parse(id).orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        decisions.reverse(user, scope, company, code, decision, draft.reason());
        return show(scope, company, code, Optional.empty());
    }

    /// By what is still claimable, the most first.
    @GetMapping("/interest")
    InterestList list(
            Scope scope, @RequestParam String company, @RequestParam Optional<LocalDate> asOf, Paging paging) {
        var all = claims.ofCompany(scope, company, asOf.orElseGet(() -> today(scope, company)));
        var after = paging.cursor() == null ? null : Cursor.parse(paging.cursor(), 2);
        var rows = all.customers().stream()
                .filter(row -> after == null || follows(row, after))
                .limit(paging.size() + 1L)
                .toList();
        var slice =
                paging.slice(rows, row -> Cursor.after(row.claimable().total().toPlainString(), row.code()));
        return new InterestList(
                all.asOf(),
                all.currency(),
                all.provisional(),
                Totals.of(all),
                slice.items().stream()
                        .map(row ->
                                new CustomerRow(row.code(), row.name(), row.items(), Totals.of(row, all.currency())))
                        .toList(),
                slice.next());
    }

    private static boolean follows(CompanyClaims.Row row, Cursor after) {
        try {
            var order = new BigDecimal(after.text(0)).compareTo(row.claimable().total());
            return order > 0 || (order == 0 && row.code().compareTo(after.text(1)) > 0);
        } catch (NumberFormatException e) {
            throw Problem.unreadable("platform.problem.cursor");
        }
    }

    private LocalDate today(Scope scope, String company) {
        return businessDate.today(companies.get(scope, company).zone());
    }
}
