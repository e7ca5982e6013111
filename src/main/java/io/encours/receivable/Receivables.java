package io.encours.receivable;

import io.encours.customer.Customers;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reading what customers owe, as of any day, and the facts of direct debits.
@Service
public class Receivables {

    private final ReceivableStore store;
    private final LedgerKnown known;
    private final Customers customers;
    private final ApplicationEventPublisher events;

    Receivables(DSLContext db, Customers customers, ApplicationEventPublisher events) {
        this.store = new ReceivableStore(db);
        this.known = new LedgerKnown(db);
        this.customers = customers;
        this.events = events;
    }

    /// Lines of a customer's account up to a day, in order of entry date, with running balance.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope
    public Slice<LedgerLine> ledger(
            Scope scope, String company, String customer, LocalDate asOf, int limit, @Nullable String cursor) {
        return store.ledger(customers.get(scope, company, customer).id(), asOf, limit, cursor);
    }

    /// Items by due date.
    public Slice<Item> items(Scope scope, ItemFilter filter, LocalDate asOf, int limit, @Nullable String cursor) {
        return store.items(scope, filter, asOf, limit, cursor);
    }

    /// Items of these ids that are within the scope; in no order.
    public List<Item> items(Scope scope, Collection<RowId> ids, LocalDate asOf) {
        return store.items(scope, ids, asOf);
    }

    /// @throws Problem not found, also when it is outside of the scope
    public Item item(Scope scope, RowId id, LocalDate asOf) {
        return store.items(scope, List.of(id), asOf).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("receivable.problem.unknownItem"));
    }

    /// Positions of customers the caller has already read within their scope; one without items is missing.
    public Map<Long, Position> positions(Collection<Long> customerIds, LocalDate asOf) {
        return store.positions(customerIds, asOf);
    }

    /// The direct debit of an item was handed to the bank; said again, with another day.
    ///
    /// @param seen what the caller had read of it (`Item.debit`); null: nothing
    /// @throws Problem refused when the item is not an open claim; conflict when it came back, which is to be
    ///     withdrawn first, or when somebody else was quicker
    @Transactional
    public Item present(Scope scope, RowId id, LocalDate presented, @Nullable String seen, LocalDate today) {
        var item = claim(locked(scope, id, seen, today));
        if (item.rejectedOn() != null) {
            throw Problem.conflict("receivable.problem.returned");
        }
        store.present(id, presented);
        return changed(scope, item, today);
    }

    /// The direct debit came back unpaid.
    ///
    /// @param seen as for `present`
    /// @throws Problem refused when it was not presented before; conflict when somebody else was quicker
    @Transactional
    public Item reject(
            Scope scope, RowId id, LocalDate rejected, String reason, @Nullable String seen, LocalDate today) {
        var item = claim(locked(scope, id, seen, today));
        var presented = item.presentedOn();
        if (presented == null) {
            throw Problem.refused("receivable.problem.notPresented");
        }
        if (rejected.isBefore(presented)) {
            throw Problem.invalid("rejected", "receivable.problem.rejectedBeforePresented");
        }
        store.reject(id, rejected, reason);
        return changed(scope, item, today);
    }

    /// Takes back what was said of the direct debit last: the return, else that it was presented.
    ///
    /// @param seen as for `present`
    /// @throws Problem refused when nothing was said; conflict when somebody else was quicker
    @Transactional
    public Item withdrawDebit(Scope scope, RowId id, @Nullable String seen, LocalDate today) {
        var item = locked(scope, id, seen, today);
        if (item.presentedOn() == null) {
            throw Problem.refused("receivable.problem.noDebit");
        }
        store.present(id, item.rejectedOn() == null ? null : item.presentedOn());
        return changed(scope, item, today);
    }

    /// Up to which day the ledger is known; empty: nothing was imported yet.
    public Optional<LocalDate> knownOn(long companyId) {
        return known.of(companyId);
    }

    /// The company was followed from the beginning: its items were seen on the day they were entered (A5b), not
    /// on the day they were imported.
    @Transactional
    public void seenWhenEntered(long companyId) {
        events.publishEvent(new LedgerChanged(companyId, store.seenWhenEntered(companyId)));
    }

    /// The item as it is once nobody else writes to it any more.
    private Item locked(Scope scope, RowId id, @Nullable String seen, LocalDate today) {
        var read = item(scope, id, today).debit();
        store.lock(id);
        var item = item(scope, id, today);
        if (!item.debit().equals(seen == null ? read : seen)) {
            throw Problem.conflict("receivable.problem.debitChanged");
        }
        return item;
    }

    private static Item claim(Item item) {
        if (item.remaining().signum() <= 0) {
            throw Problem.refused("receivable.problem.notAClaim");
        }
        return item;
    }

    private Item changed(Scope scope, Item item, LocalDate today) {
        events.publishEvent(
                new LedgerChanged(item.companyId(), List.of(item.id().customer())));
        return item(scope, item.id(), today);
    }
}
