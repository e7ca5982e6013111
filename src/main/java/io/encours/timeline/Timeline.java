package io.encours.timeline;

import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Cursor;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The log of a customer: recording what happened, and reading it, newest first (C4).
@Service
public class Timeline {

    private static final int MAX_TEXT = 10_000;

    private final TimelineStore store;
    private final BusinessDate businessDate;
    private final ApplicationEventPublisher told;

    Timeline(TimelineStore store, BusinessDate businessDate, ApplicationEventPublisher told) {
        this.store = store;
        this.businessDate = businessDate;
        this.told = told;
    }

    /// Records an event in the transaction of the caller, who has checked what the author may do.
    ///
    /// @return id of the event, unique with its customer
    public long record(NewEvent event) {
        return recordAll(List.of(event)).getFirst();
    }

    /// The same for many events, at the cost of few statements.
    ///
    /// @return ids in the order of the events
    public List<Long> recordAll(List<NewEvent> events) {
        var ids = store.insertAll(events);
        if (!ids.isEmpty()) {
            told.publishEvent(new EventsRecorded(IntStream.range(0, ids.size())
                    .mapToObj(index -> new EventsRecorded.One(ids.get(index), events.get(index)))
                    .toList()));
        }
        return ids;
    }

    /// Writes a note about a customer and, if given, some of its items.
    ///
    /// @throws Problem not found, forbidden for who only reads, or invalid
    @Transactional
    public Event note(
            SignedIn author, Scope scope, String company, String customer, @Nullable String text, List<String> items) {
        var about = customer(scope, company, customer);
        if (author.role() == Role.EXECUTIVE || author.role() == Role.GUEST) {
            throw Problem.forbidden("timeline.problem.readOnly");
        }
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", "timeline.problem.textMissing");
        }
        if (text.length() > MAX_TEXT) {
            throw Problem.invalid("text", "timeline.problem.textTooLong", String.valueOf(MAX_TEXT));
        }
        var concerned = itemIds(about, items);
        var id = record(new NewEvent(
                about.companyId(),
                about.id(),
                businessDate.today(about.zone()),
                author,
                EventType.NOTE,
                null,
                text.strip(),
                null,
                about.absent() == null ? Map.of() : Map.of(NewEvent.ON_BEHALF_OF, about.absent()),
                concerned));
        return get(scope, new RowId(about.id(), id));
    }

    /// Events of a customer, newest first.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope
    public Slice<Event> ofCustomer(
            Scope scope, String company, String customer, EventFilter filter, @Nullable Cursor after, int limit) {
        return store.events(customer(scope, company, customer).id(), null, filter, after, limit);
    }

    /// Events of a customer known by its id, newest first; none outside of the scope.
    public Slice<Event> ofCustomer(
            Scope scope, long customerId, EventFilter filter, @Nullable Cursor after, int limit) {
        return store.sees(scope, customerId)
                ? store.events(customerId, null, filter, after, limit)
                : new Slice<>(List.of(), null);
    }

    /// Events that concern an item, newest first; none outside of the scope.
    public Slice<Event> ofItem(Scope scope, RowId item, @Nullable Cursor after, int limit) {
        return store.sees(scope, item.customer())
                ? store.events(item.customer(), item.id(), EventFilter.ALL, after, limit)
                : new Slice<>(List.of(), null);
    }

    /// @throws Problem not found, also when the customer is outside of the scope
    public Event get(Scope scope, RowId id) {
        return Optional.of(id)
                .filter(event -> store.sees(scope, event.customer()))
                .flatMap(store::event)
                .orElseThrow(() -> Problem.notFound("timeline.problem.unknown"));
    }

    /// An event of a customer, by its id as given outside.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope or the event is another's
    public Event ofCustomer(Scope scope, String company, String customer, String event) {
        var about = customer(scope, company, customer);
        return RowId.parse(event)
                .filter(id -> id.customer() == about.id())
                .map(id -> get(scope, id))
                .orElseThrow(() -> Problem.notFound("timeline.problem.unknown"));
    }

    private TimelineStore.About customer(Scope scope, String company, String customer) {
        return store.customer(scope, company, customer)
                .orElseThrow(() -> Problem.notFound("timeline.problem.unknownCustomer", customer));
    }

    private List<Long> itemIds(TimelineStore.About about, List<String> items) {
        var ids = items.stream()
                .map(text -> RowId.parse(text)
                        .filter(id -> id.customer() == about.id())
                        .orElseThrow(() -> Problem.invalid("items", "timeline.problem.unknownItem", text)))
                .map(RowId::id)
                .distinct()
                .toList();
        if (store.countItems(about.id(), ids) != ids.size()) {
            throw Problem.invalid("items", "timeline.problem.unknownItem", String.join(", ", items));
        }
        return ids;
    }
}
