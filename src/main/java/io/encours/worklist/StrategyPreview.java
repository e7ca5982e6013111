package io.encours.worklist;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.customer.Customer.Details;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Paging;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.strategy.ActionType;
import io.encours.strategy.AssignmentDraft;
import io.encours.strategy.Assignments;
import io.encours.strategy.Followed.Basis;
import io.encours.strategy.Mode;
import io.encours.strategy.Strategies;
import io.encours.strategy.StrategyDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What would change if a strategy were replaced, or customers followed another one (A6). It is replaced in a
/// transaction that is rolled back, and the
/// plan
/// that would be is made beside the one in force: nobody's work waits, and nothing is written.
///
/// Counts and lists are about the customers the caller sees.
@Service
public class StrategyPreview {

    private static final int CUSTOMERS = 100;

    /// @param itemsMoved items whose next action would be another one or on another day
    /// @param actionsAdded items that would get an action and have none
    /// @param actionsRemoved items that would lose their action
    /// @param moves the three together, by old and new action, the largest first
    /// @param tonight what would go out by itself or after confirmation, planned for today or before
    /// @param items these items, the largest amounts first
    public record Change(
            int itemsMoved,
            int actionsAdded,
            int actionsRemoved,
            List<Move> moves,
            List<Outgoing> tonight,
            Slice<MovedItem> items) {

        public boolean changesNothing() {
            return itemsMoved + actionsAdded + actionsRemoved == 0;
        }
    }

    /// An action with the first and the last of its days.
    public record Step(String code, String label, LocalDate first, LocalDate last) {}

    /// @param from null: no action
    /// @param to null: no action
    public record Move(@Nullable Step from, @Nullable Step to, int items) {}

    /// @param items that would be told about
    /// @param messages fewer than items where one message is for all items of a customer
    /// @param itemsNow the same without the change
    public record Outgoing(ActionType type, Mode mode, int items, int messages, int itemsNow) {}

    /// The next action of an item, before or after.
    public record Next(String code, String label, LocalDate date) {}

    /// @param customer code of the customer
    /// @param amount still to be paid, positive = owed by the customer
    public record MovedItem(
            String company,
            String customer,
            String customerName,
            String document,

            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,

            String currency,
            @Nullable Next from,
            @Nullable Next to) {}

    /// What a customer follows, before or after.
    ///
    /// @param strategy code; null: none
    /// @param rule place of the rule that says so; 0: no rule
    /// @param ruleLabel may be empty
    public record Follows(@Nullable String strategy, String label, Basis basis, int rule, String ruleLabel) {}

    /// @param customer code of the customer
    public record MovedCustomer(String company, String customer, String customerName, Follows from, Follows to) {}

    /// What would change for customers, and by that for their items.
    ///
    /// @param customersMoved customers that would follow another strategy
    /// @param customers the first of these by name, a hundred at most
    public record AssignmentChange(
            int customersMoved,
            List<MovedCustomer> customers,
            @JsonUnwrapped Change change) {}

    private final StrategyPreviewStore store;
    private final Strategies strategies;
    private final Assignments assignments;
    private final Customers customers;
    private final Companies companies;
    private final BusinessDate businessDate;
    private final TransactionTemplate transaction;

    StrategyPreview(
            StrategyPreviewStore store,
            Strategies strategies,
            Assignments assignments,
            Customers customers,
            Companies companies,
            BusinessDate businessDate,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.strategies = strategies;
        this.assignments = assignments;
        this.customers = customers;
        this.companies = companies;
        this.businessDate = businessDate;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @throws io.encours.platform.Problem as `Strategies.put`
    public Change of(SignedIn user, Scope scope, String code, StrategyDraft draft, Paging paging) {
        var days = companies.within(scope).stream().map(this::today).toList();
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            store.keepActions();
            var change = strategies.suppose(user, scope, code, draft);
            store.plan(store.followers(scope, change));
            return store.compare(days, paging);
        }));
    }

    /// If this were the list of rules.
    ///
    /// @throws io.encours.platform.Problem as `Assignments.put`
    public AssignmentChange ofRules(SignedIn user, Scope scope, AssignmentDraft draft, Paging paging) {
        return ofAssignments(scope, () -> assignments.suppose(user, scope, draft), paging);
    }

    /// If these were the master data of a customer.
    ///
    /// @throws io.encours.platform.Problem as `Customers.put`
    public AssignmentChange ofCustomer(Scope scope, String company, String code, Details details, Paging paging) {
        return ofAssignments(scope, () -> customers.suppose(scope, company, code, details), paging);
    }

    private AssignmentChange ofAssignments(Scope scope, Runnable supposition, Paging paging) {
        var days = companies.within(scope).stream().map(this::today).toList();
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            store.keepActions();
            store.keepFollowed(scope);
            supposition.run();
            store.plan(store.touched(scope));
            return new AssignmentChange(store.countMoved(), store.moved(CUSTOMERS), store.compare(days, paging));
        }));
    }

    private Today today(Company company) {
        return new Today(company.id(), businessDate.today(company.zone()));
    }

    /// The business day of a company.
    record Today(long companyId, LocalDate day) {}
}
