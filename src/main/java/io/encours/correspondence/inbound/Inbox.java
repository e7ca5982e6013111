package io.encours.correspondence.inbound;

import static encours.db.correspondence.Tables.INBOUND;

import encours.db.correspondence.tables.records.InboundRecord;
import io.encours.company.Companies;
import io.encours.company.Scopes;
import io.encours.correspondence.Channel;
import io.encours.customer.Customers;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Cursor;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes in what came, shows what nobody could place, and remembers which answers nobody has read (C4).
///
/// What waits to be attached is seen by who sees every customer of its company; what came to a mailbox of all
/// companies, by who sees every customer of every company.
@Service
public class Inbox {

    private final InboxStore store;
    private final Owners owners;
    private final Arrivals arrivals;
    private final Customers customers;
    private final Companies companies;
    private final Scopes scopes;

    Inbox(InboxStore store, Owners owners, Arrivals arrivals, Customers customers, Companies companies, Scopes scopes) {
        this.store = store;
        this.owners = owners;
        this.arrivals = arrivals;
        this.customers = customers;
        this.companies = companies;
        this.scopes = scopes;
    }

    /// Keeps something that came in, in the transaction of the caller if there is one: on the timeline of its
    /// customer, else for a person to attach.
    ///
    /// @param companies whose mailbox or number it came to; empty: of all
    /// @return false when it is known already, and nothing was done
    @Transactional
    public boolean take(Incoming incoming, Collection<Long> companies) {
        return switch (owners.of(incoming, companies)) {
            case Owner.Known known -> {
                var kept = store.insert(incoming, known.companyId(), "", false);
                kept.ifPresent(
                        id -> store.attach(id, known.companyId(), known.customerId(), arrived(known, incoming), null));
                yield kept.isPresent();
            }
            case Owner.Unknown unknown -> {
                var reason = incoming.unreadable() == null ? unknown.reason() : incoming.unreadable();
                yield store.insert(incoming, unknown.companyId(), reason, true).isPresent();
            }
        };
    }

    /// What a number said last to one of ours, if it did since then.
    public Optional<String> lastSms(String from, String to, Instant since) {
        return store.lastSms(from, to, since);
    }

    private @Nullable Long arrived(Owner.Known known, Incoming incoming) {
        var message = known.message();
        var bounce = incoming.bounce();
        if (message == null || bounce == null) {
            return arrivals.record(known, incoming, null);
        }
        arrivals.returned(known, message, bounce);
        return null;
    }

    /// What a person has to attach, newest first.
    public Slice<Unattached> toAttach(SignedIn user, Scope scope, @Nullable Cursor after, int limit) {
        var rows = store.toAttach(seen(user, scope), after, limit + 1);
        var shown =
                rows.stream().limit(limit).map(row -> unattached(row, scope)).toList();
        if (rows.size() <= limit) {
            return new Slice<>(shown, null);
        }
        var last = rows.get(limit - 1);
        return new Slice<>(
                shown,
                Cursor.after(last.get(INBOUND.RECEIVED_AT), last.get(INBOUND.ID))
                        .toString());
    }

    public int countToAttach(SignedIn user, Scope scope) {
        return store.count(seen(user, scope));
    }

    /// Says whose it is.
    ///
    /// @throws Problem not found, also when the caller does not see it or the customer; forbidden for who
    ///     only reads
    @Transactional
    public void attach(SignedIn user, Scope scope, long id, String company, String code) {
        var row = mine(user, scope, id);
        var customer = customers.get(scope, company, code);
        if (row.getCompanyId() != null && row.getCompanyId() != customer.companyId()) {
            throw Problem.notFound("customer.problem.unknown", code);
        }
        var known = new Owner.Known(customer.companyId(), customer.id(), null);
        var event = arrivals.record(known, arrivals.again(row), user);
        store.attach(id, customer.companyId(), customer.id(), event, user.displayName());
    }

    /// Says that it is nobody's: advertising, a mistake. It stays in the mailbox.
    ///
    /// @throws Problem not found, also when the caller does not see it; forbidden for who only reads
    @Transactional
    public void dismiss(SignedIn user, Scope scope, long id) {
        mine(user, scope, id);
        store.dismiss(id, user.displayName());
    }

    /// Days of the latest answer nobody has read, by customer; customers without one are missing. The caller
    /// sees them.
    public Map<Long, LocalDate> unread(Collection<Long> customerIds) {
        return customerIds.isEmpty() ? Map.of() : store.unread(customerIds);
    }

    /// The answers of a customer have been read, by somebody who may act on them.
    @Transactional
    public void read(SignedIn user, Scope scope, long customerId) {
        if (mayWrite(user) && customers.find(scope, customerId).isPresent()) {
            store.read(customerId);
        }
    }

    /// What an answer answers to, folded away on screen. The caller sees the event.
    public Optional<String> quoted(long customerId, long event) {
        return store.quoted(customerId, event);
    }

    private InboundRecord mine(SignedIn user, Scope scope, long id) {
        if (!mayWrite(user)) {
            throw Problem.forbidden("timeline.problem.readOnly");
        }
        return store.toAttach(id, seen(user, scope))
                .orElseThrow(() -> Problem.notFound("correspondence.inbound.problem.unknown"));
    }

    private Condition seen(SignedIn user, Scope scope) {
        if (!scope.seesEveryone()) {
            return org.jooq.impl.DSL.falseCondition();
        }
        var ofCompanies = INBOUND.COMPANY_ID.in(scope.companies());
        return scopes.of(user).companies().containsAll(companies.allIds())
                ? ofCompanies.or(INBOUND.COMPANY_ID.isNull())
                : ofCompanies;
    }

    private Unattached unattached(Record row, Scope scope) {
        var channel = Channel.valueOf(row.get(INBOUND.CHANNEL));
        return new Unattached(
                row.get(INBOUND.ID),
                channel,
                Kind.valueOf(row.get(INBOUND.KIND)),
                row.get(encours.db.company.Tables.COMPANY_.CODE),
                row.get(INBOUND.SOURCE),
                row.get(INBOUND.RECEIVED_AT).toInstant(),
                row.get(INBOUND.SENDER),
                row.get(INBOUND.SENDER_NAME),
                row.get(INBOUND.SUBJECT),
                row.get(INBOUND.TEXT),
                row.get(INBOUND.REASON),
                owners.candidates(channel, row.get(INBOUND.SENDER), oneOrAll(row.get(INBOUND.COMPANY_ID))).stream()
                        .flatMap(each -> customers.find(scope, each.customerId()).stream())
                        .map(customer ->
                                new Unattached.Suggestion(customer.company(), customer.code(), customer.name()))
                        .toList());
    }

    private static List<Long> oneOrAll(@Nullable Long companyId) {
        return companyId == null ? List.of() : List.of(companyId);
    }

    private static boolean mayWrite(SignedIn user) {
        return user.role() != Role.EXECUTIVE && user.role() != Role.GUEST;
    }
}
