package io.encours.webhook;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static java.util.Map.entry;
import static org.jooq.impl.DSL.any;

import io.encours.company.Scopes;
import io.encours.customer.CustomersChanged;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.importing.ImportDone;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.LedgerChanged;
import io.encours.timeline.EventType;
import io.encours.timeline.EventsRecorded;
import io.encours.webhook.WebhookStore.Listener;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes, in the transaction of a fact, what is to be told about it to each webhook that wants to know: ids and
/// figures,
/// as far as the webhook's owner may see them.
@Component
class HookListener {

    /// More customers of one change are counted, not named.
    private static final int MOST_NAMED = 500;

    private static final Map<EventType, HookEvent> KINDS = Map.ofEntries(
            entry(EventType.ACTION_VALIDATED, HookEvent.ACTION_DONE),
            entry(EventType.ACTION_IGNORED, HookEvent.ACTION_IGNORED),
            entry(EventType.ACTION_REPLACED, HookEvent.ACTION_REPLACED),
            entry(EventType.VALIDATION_UNDONE, HookEvent.ACTION_UNDONE),
            entry(EventType.SUSPENSION_UNDONE, HookEvent.ACTION_UNDONE),
            entry(EventType.REPLACEMENT_UNDONE, HookEvent.ACTION_UNDONE),
            entry(EventType.MESSAGE_SENT, HookEvent.MESSAGE_SENT),
            entry(EventType.MESSAGE_FAILED, HookEvent.MESSAGE_FAILED),
            entry(EventType.MESSAGE_BOUNCED, HookEvent.MESSAGE_FAILED),
            entry(EventType.MESSAGE_UNCERTAIN, HookEvent.MESSAGE_FAILED));

    private final WebhookStore store;
    private final Users users;
    private final Scopes scopes;
    private final DSLContext db;
    private final Clock clock;

    HookListener(WebhookStore store, Users users, Scopes scopes, DSLContext db, Clock clock) {
        this.store = store;
        this.users = users;
        this.scopes = scopes;
        this.db = db;
        this.clock = clock;
    }

    @EventListener
    void on(ImportDone done) {
        for (var listener : store.listeners(HookEvent.IMPORT_DONE)) {
            sight(listener)
                    .filter(scope -> scope.seesEveryone() && scope.companies().contains(done.companyId()))
                    .ifPresent(scope -> write(listener, HookEvent.IMPORT_DONE, done.companyId(), figures(done)));
        }
    }

    private static Map<String, Object> figures(ImportDone done) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("import", done.importId());
        figures.put("read", done.read());
        figures.put("created", done.created());
        figures.put("changed", done.changed());
        figures.put("unchanged", done.unchanged());
        figures.put("rejected", done.rejected());
        return figures;
    }

    @EventListener
    void on(LedgerChanged change) {
        tellCustomers(HookEvent.ITEMS_CHANGED, change.companyId(), change.customerIds());
    }

    @EventListener
    void on(CustomersChanged change) {
        tellCustomers(HookEvent.CUSTOMERS_CHANGED, change.companyId(), change.customerIds());
    }

    private void tellCustomers(HookEvent event, long companyId, Collection<Long> customers) {
        for (var listener : store.listeners(event)) {
            sight(listener).ifPresent(scope -> {
                var seen = codes(scope, companyId, customers);
                if (!seen.isEmpty()) {
                    write(
                            listener,
                            event,
                            companyId,
                            Map.of(
                                    "count",
                                    seen.size(),
                                    "customers",
                                    seen.values().stream()
                                            .sorted()
                                            .limit(MOST_NAMED)
                                            .toList()));
                }
            });
        }
    }

    /// What belongs together is told at once: the events of a batch in one delivery for five hundred of them.
    @EventListener
    void on(EventsRecorded recorded) {
        recorded.events().stream()
                .filter(one -> KINDS.containsKey(one.event().type()))
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(KINDS.get(one.event().type()))))
                .forEach(this::tell);
        tell(HookEvent.EVENT_RECORDED, recorded.events());
    }

    private void tell(HookEvent event, List<EventsRecorded.One> events) {
        for (var listener : store.listeners(event)) {
            sight(listener)
                    .ifPresent(scope -> events.stream()
                            .collect(Collectors.groupingBy(one -> one.event().companyId()))
                            .forEach((company, ofCompany) -> tell(listener, scope, event, company, ofCompany)));
        }
    }

    private void tell(Listener listener, Scope scope, HookEvent event, long company, List<EventsRecorded.One> events) {
        var seen = codes(
                scope,
                company,
                events.stream().map(one -> one.event().customerId()).distinct().toList());
        var told = events.stream()
                .filter(one -> seen.containsKey(one.event().customerId()))
                .map(one ->
                        figures(one, Objects.requireNonNull(seen.get(one.event().customerId()))))
                .toList();
        for (var from = 0; from < told.size(); from += MOST_NAMED) {
            write(
                    listener,
                    event,
                    company,
                    Map.of("events", told.subList(from, Math.min(told.size(), from + MOST_NAMED))));
        }
    }

    /// No text of a person.
    private static Map<String, Object> figures(EventsRecorded.One one, String customer) {
        var event = one.event();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("id", new RowId(event.customerId(), one.id()).toString());
        figures.put("type", event.type().name());
        figures.put("customer", customer);
        figures.put("date", event.happenedOn().toString());
        if (event.channel() != null) {
            figures.put("channel", event.channel());
        }
        if (event.outcome() != null) {
            figures.put("outcome", event.outcome());
        }
        figures.put(
                "items",
                event.items().stream()
                        .map(item -> new RowId(event.customerId(), item).toString())
                        .toList());
        return figures;
    }

    /// What the owner may see today; empty when the owner has left.
    private Optional<Scope> sight(Listener listener) {
        return users.byId(listener.ownerId())
                .filter(Users.User::active)
                .map(user -> scopes.of(user.signedIn(SignedIn.ALL_SCOPES)));
    }

    private Map<Long, String> codes(Scope scope, long companyId, Collection<Long> customers) {
        return db.select(CUSTOMER_.ID, CUSTOMER_.CODE)
                .from(CUSTOMER_)
                .where(
                        CUSTOMER_.ID.eq(any(customers.toArray(Long[]::new))),
                        CUSTOMER_.COMPANY_ID.eq(companyId),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchMap(CUSTOMER_.ID, CUSTOMER_.CODE);
    }

    private void write(Listener listener, HookEvent event, long companyId, Map<String, Object> data) {
        var now = clock.instant();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", UUID.randomUUID().toString());
        body.put("event", event.code());
        body.put("at", now.toString());
        body.put(
                "company",
                db.select(COMPANY_.CODE)
                        .from(COMPANY_)
                        .where(COMPANY_.ID.eq(companyId))
                        .fetchSingle(COMPANY_.CODE));
        body.put("data", data);
        store.write(listener.id(), event, JsonMapper.shared().writeValueAsString(body), now);
    }
}
