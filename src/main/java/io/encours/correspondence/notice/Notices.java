package io.encours.correspondence.notice;

import io.encours.correspondence.Turns;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.notice.Notice.StepKind;
import io.encours.correspondence.notice.NoticeReader.Verdict;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.Item;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Formal notices (K4): what one would say, issuing it, and what becomes of it.
@Service
public class Notices {

    /// What a caller wants; checked here.
    ///
    /// @param items ids; empty: all that may be demanded
    /// @param days to pay in, 8 to 15; null: as the company's settings say
    public record Draft(
            @Nullable List<String> items, @Nullable Integer days) {}

    /// What a caller says has happened; checked here.
    ///
    /// @param registeredNumber of the registered letter, needed when it was sent
    /// @param proof scan of it; null: none
    public record StepDraft(
            @Nullable String kind,
            @Nullable LocalDate on,
            @Nullable String registeredNumber,
            @Nullable String note,
            @Nullable Proof proof) {}

    /// A notice that somebody wants.
    ///
    /// @param items none: all that may be demanded
    public record Order(long customerId, Set<RowId> items) {}

    /// What became of an order.
    public sealed interface Issued {
        record Made(Notice notice) implements Issued {}

        record Refused(NoticeRules.Refusal reason) implements Issued {}
    }

    private static final Comparator<RowId> OLDEST_FIRST =
            Comparator.comparingLong(RowId::customer).thenComparingLong(RowId::id);
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NOTE = 1_000;
    private static final String REGISTERED_LETTER = "REGISTERED_LETTER";

    private final Customers customers;
    private final NoticeReader reader;
    private final NoticePress press;
    private final NoticeStore store;
    private final Turns turns;
    private final Timeline timeline;

    Notices(
            Customers customers,
            NoticeReader reader,
            NoticePress press,
            NoticeStore store,
            Turns turns,
            Timeline timeline) {
        this.customers = customers;
        this.reader = reader;
        this.press = press;
        this.store = store;
        this.turns = turns;
        this.timeline = timeline;
    }

    /// Who gives formal notice: administrators, credit managers, and those who collect.
    public static boolean mayIssue(SignedIn user) {
        return Letters.mayWrite(user);
    }

    /// The latest first.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope
    public List<Notice> ofCustomer(Scope scope, String company, String code) {
        return store.ofCustomer(customers.get(scope, company, code).id());
    }

    /// @throws Problem not found, also when the customer is outside of the scope
    public Notice get(Scope scope, String company, String code, RowId id) {
        var customer = customers.get(scope, company, code);
        return store.find(id)
                .filter(notice -> notice.id().customer() == customer.id())
                .orElseThrow(() -> Problem.notFound("correspondence.notice.problem.unknown"));
    }

    /// The document as it was issued.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope
    public Proof document(Scope scope, String company, String code, RowId id) {
        var notice = get(scope, company, code, id);
        return Proof.kept(
                notice.number() + ".pdf",
                "application/pdf",
                store.pdf(notice.id()).orElseThrow());
    }

    /// The same, by its id alone.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope
    public Proof document(Scope scope, RowId id) {
        return customers
                .find(scope, id.customer())
                .map(customer -> document(scope, customer.company(), customer.code(), id))
                .orElseThrow(() -> Problem.notFound("correspondence.notice.problem.unknown"));
    }

    /// The scan attached to a step.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope
    public Proof proof(Scope scope, String company, String code, RowId id, RowId step) {
        var notice = get(scope, company, code, id);
        return store.proof(notice.id(), step)
                .orElseThrow(() -> Problem.notFound("correspondence.notice.problem.unknown"));
    }

    /// What is known of the customer, for choosing; the notice may be refused.
    ///
    /// @throws Problem not found, also when the customer is outside of the scope
    @Transactional(readOnly = true)
    public NoticeAccount account(Scope scope, String company, String code) {
        return reader.account(scope, company, code);
    }

    /// What would be demanded.
    ///
    /// @throws Problem not found; refused with the reason
    @Transactional(readOnly = true)
    public Demand demand(Scope scope, String company, String code, Draft draft) {
        return reader.demand(scope, company, code, draft);
    }

    /// The document as it would be issued, without a number.
    ///
    /// @throws Problem not found; refused with the reason
    @Transactional(readOnly = true)
    public byte[] preview(Scope scope, String company, String code, Draft draft) {
        return press.print(reader.demand(scope, company, code, draft), null).pdf();
    }

    /// Issues the notice: prints and keeps it, tells the customer's timeline.
    ///
    /// @throws Problem forbidden; not found; refused with the reason
    @Transactional
    public Notice issue(SignedIn by, Scope scope, String company, String code, Draft draft) {
        require(by);
        var demand = reader.demand(scope, company, code, draft);
        turns.take(List.of(demand.account().customer().id()));
        standing(demand).ifPresent(notice -> {
            throw Problem.conflict("correspondence.notice.problem.issued", notice.number());
        });
        return issue(by, demand);
    }

    /// Issues what can be issued, in the order of the orders, and says of each of the others why not.
    ///
    /// @throws Problem forbidden
    @Transactional
    public List<Issued> issueAll(SignedIn by, Scope scope, List<Order> orders) {
        require(by);
        turns.take(orders.stream().map(Order::customerId).toList());
        return orders.stream().map(order -> issue(by, scope, order)).toList();
    }

    private Issued issue(SignedIn by, Scope scope, Order order) {
        var customer = customers.find(scope, order.customerId());
        if (customer.isEmpty()) {
            return new Issued.Refused(NoticeRules.Refusal.UNIDENTIFIED);
        }
        return switch (reader.judge(reader.account(scope, customer.get()), order.items(), null)) {
            case Verdict.Refused(var reason) -> new Issued.Refused(reason);
            case Verdict.Demanded(var demand) ->
                standing(demand).isPresent()
                        ? new Issued.Refused(NoticeRules.Refusal.ALREADY_ISSUED)
                        : new Issued.Made(issue(by, demand));
        };
    }

    private Notice issue(SignedIn by, Demand demand) {
        var id = store.nextId();
        store.insert(id, demand, press.print(demand, Notice.number(id)), by);
        var notice = store.find(new RowId(demand.account().customer().id(), id)).orElseThrow();
        record(
                by,
                notice,
                EventType.FORMAL_NOTICE,
                "",
                Map.of("deadline", notice.deadline().toString()));
        return notice;
    }

    /// Of two clicks, or two people, one issues it: the same items are not demanded twice on a day.
    private Optional<Notice> standing(Demand demand) {
        var items = demand.items().stream().map(Item::id).collect(Collectors.toSet());
        return store.ofCustomer(demand.account().customer().id()).stream()
                .filter(notice -> notice.state() != Notice.State.CANCELLED
                        && notice.dated().equals(demand.account().today())
                        && notice.items().stream()
                                .map(Notice.NoticeItem::id)
                                .collect(Collectors.toSet())
                                .equals(items))
                .findFirst();
    }

    /// Takes back those of them that were not sent yet, for this reason.
    ///
    /// @return which
    /// @throws Problem forbidden
    @Transactional
    public Set<RowId> cancelUnsent(SignedIn by, Scope scope, Collection<RowId> ids, String reason) {
        require(by);
        var cancelled = new HashSet<RowId>();
        for (var id : ids.stream().sorted(OLDEST_FIRST).toList()) {
            if (customers.find(scope, id.customer()).isPresent()) {
                store.lock(id);
                store.find(id)
                        .filter(notice -> notice.state() == Notice.State.ISSUED)
                        .ifPresent(notice -> {
                            var today = reader.today(notice.companyId());
                            store.addStep(id, StepKind.CANCELLED, today, null, reason, null, by);
                            record(by, notice, event(StepKind.CANCELLED), reason, Map.of("on", today.toString()));
                            cancelled.add(id);
                        });
            }
        }
        return cancelled;
    }

    /// Notes what became of a notice.
    ///
    /// @throws Problem forbidden; not found; conflict when it cannot follow what happened before; invalid
    @Transactional
    public Notice step(SignedIn by, Scope scope, String company, String code, RowId id, StepDraft draft) {
        require(by);
        var known = get(scope, company, code, id);
        store.lock(known.id());
        var notice = get(scope, company, code, id);
        var checks = new Checks();
        var kind = checks.choice("kind", draft.kind(), StepKind.class, null);
        var number = checks.optional("registeredNumber", draft.registeredNumber(), LONGEST_NUMBER);
        var note = Objects.requireNonNullElse(checks.optional("note", draft.note(), LONGEST_NOTE), "");
        var on = draft.on();
        checks.that(on != null, "on", "platform.problem.required");
        if (on != null) {
            var earliest = notice.steps().isEmpty()
                    ? notice.dated()
                    : notice.steps().getLast().on();
            checks.that(!on.isBefore(earliest), "on", "correspondence.notice.problem.order");
            checks.that(!on.isAfter(reader.today(notice.companyId())), "on", "correspondence.notice.problem.future");
        }
        checks.that(
                kind != StepKind.SENT || number != null,
                "registeredNumber",
                "correspondence.notice.problem.registeredNumber");
        checks.that(kind != StepKind.CANCELLED || !note.isEmpty(), "note", "platform.problem.required");
        checks.orRefuse();
        var next = Objects.requireNonNull(kind);
        if (!notice.state().next().contains(next)) {
            throw Problem.conflict("correspondence.notice.problem.state");
        }
        store.addStep(notice.id(), next, Objects.requireNonNull(on), number, note, draft.proof(), by);
        var details = new LinkedHashMap<String, String>();
        if (number != null) {
            details.put("registeredNumber", number);
        }
        details.put("on", on.toString());
        record(by, notice, event(next), note, details);
        return get(scope, company, code, id);
    }

    private static EventType event(StepKind kind) {
        return switch (kind) {
            case SENT -> EventType.FORMAL_NOTICE_SENT;
            case DELIVERED -> EventType.FORMAL_NOTICE_DELIVERED;
            case PRESENTED -> EventType.FORMAL_NOTICE_PRESENTED;
            case RETURNED -> EventType.FORMAL_NOTICE_RETURNED;
            case CANCELLED -> EventType.FORMAL_NOTICE_CANCELLED;
        };
    }

    private void record(SignedIn by, Notice notice, EventType type, String text, Map<String, String> details) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("label", notice.number());
        facts.putAll(details);
        timeline.record(new NewEvent(
                notice.companyId(),
                notice.id().customer(),
                reader.today(notice.companyId()),
                by,
                type,
                REGISTERED_LETTER,
                text,
                null,
                facts,
                notice.items().stream().map(item -> item.id().id()).toList()));
    }

    private static void require(SignedIn by) {
        if (!mayIssue(by)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
    }
}
