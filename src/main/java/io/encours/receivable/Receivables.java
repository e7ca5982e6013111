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

    /// The direct debit of an item was handed to the bank; an earlier return is history.
    ///
    /// @throws Problem refused when the item is not an open claim
    @Transactional
    public Item present(Scope scope, RowId id, LocalDate presented, LocalDate today) {
        var item = claim(scope, id, today);
        store.present(id, presented);
        return changed(scope, item, today);
    }

    /// The direct debit came back unpaid.
    ///
    /// @throws Problem refused when it was not presented before
    @Transactional
    public Item reject(Scope scope, RowId id, LocalDate rejected, String reason, LocalDate today) {
        var item = claim(scope, id, today);
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
    /// @throws Problem refused when nothing was said
    @Transactional
    public Item withdrawDebit(Scope scope, RowId id, LocalDate today) {
        var item = item(scope, id, today);
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

    /// The company was followed from the beginning: its items were seen on the day they were entered (A5b), not on the
    /// day they were imported.
    @Transactional
    public void seenWhenEntered(long companyId) {
        events.publishEvent(new LedgerChanged(companyId, store.seenWhenEntered(companyId)));
    }

    private Item claim(Scope scope, RowId id, LocalDate today) {
        var item = item(scope, id, today);
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
