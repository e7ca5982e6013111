package io.encours.correspondence.letter;

import io.encours.company.Companies;
import io.encours.correspondence.Clearance;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.Turns;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.strategy.ActionType;
import io.encours.strategy.Purpose;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Making letters and statements of account, reading them, taking one back before it is printed.
@Service
public class Letters {

    /// So many are made at a time, and written in one transaction.
    private static final int AT_A_TIME = 250;

    /// The pages of so many are drawn while somebody waits for it.
    private static final int DRAWN_AT_ONCE = 20;

    /// @param made in the order of the orders
    /// @param refused customers who get none, each with the reason
    public record Outcome(List<Made> made, List<Refusal> refused) {

        public List<RowId> created() {
            return made.stream().map(Made::id).toList();
        }
    }

    public record Made(LetterOrder order, RowId id) {}

    private final LetterMaker maker;
    private final LetterStore store;
    private final LetterLists lists;
    private final LetterDrawing drawing;
    private final Turns turns;
    private final Clearance clearance;
    private final Timeline timeline;
    private final Companies companies;
    private final BusinessDate businessDate;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;

    Letters(
            LetterMaker maker,
            LetterStore store,
            LetterLists lists,
            LetterDrawing drawing,
            Turns turns,
            Clearance clearance,
            Timeline timeline,
            Companies companies,
            BusinessDate businessDate,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher) {
        this.maker = maker;
        this.store = store;
        this.lists = lists;
        this.drawing = drawing;
        this.turns = turns;
        this.clearance = clearance;
        this.timeline = timeline;
        this.companies = companies;
        this.businessDate = businessDate;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /// Makes letters of one kind to many customers of a company, each with an event of its own, in the
    /// transaction of the caller if there is one. A few are drawn at once, and nothing is recorded of what
    /// could not be; the pages of many are drawn after the transaction. The same items are not written about
    /// twice on a day in the same words: of two clicks one makes the letter, the other is refused.
    ///
    /// @param use what for; each letter is in its customer's language
    /// @throws Problem forbidden for who has no role in collections
    public Outcome create(SignedIn author, Scope scope, long companyId, TemplateUse use, List<LetterOrder> orders) {
        if (!mayWrite(author)) {
            throw Problem.forbidden("correspondence.letter.problem.noRole");
        }
        return create(
                author,
                scope,
                companyId,
                use,
                orders,
                businessDate.today(companies.byId(companyId).zone()));
    }

    /// The same for actions that are carried out by themselves, in the name of Encours.
    ///
    /// @param today business date
    public Outcome createByItself(long companyId, TemplateUse use, List<LetterOrder> orders, LocalDate today) {
        return create(null, new Scope(0, Set.of(companyId), Scope.Portfolio.EVERYONE), companyId, use, orders, today);
    }

    private Outcome create(
            @Nullable SignedIn author,
            Scope scope,
            long companyId,
            TemplateUse use,
            List<LetterOrder> orders,
            LocalDate today) {
        refuseNotice(use);
        var made = new ArrayList<Made>();
        var refused = new ArrayList<Refusal>();
        for (var from = 0; from < orders.size(); from += AT_A_TIME) {
            var some = orders.subList(from, Math.min(orders.size(), from + AT_A_TIME));
            transaction.executeWithoutResult(status -> {
                turns.take(some.stream().map(LetterOrder::customerId).toList());
                var written = maker.make(scope, companyId, use, some, today, orders.size() <= DRAWN_AT_ONCE);
                keep(author, written.letters());
                written.letters().forEach(letter -> made.add(new Made(letter.order(), letter.id())));
                refused.addAll(written.refusals());
            });
        }
        return new Outcome(made, refused);
    }

    /// Who writes to customers: administrators, credit managers, and those who collect.
    public static boolean mayWrite(SignedIn user) {
        return switch (user.role()) {
            case ADMINISTRATOR, CREDIT_MANAGER -> true;
            case COLLECTOR, SALES, ORDER_ADMINISTRATION, ACCOUNTANT -> user.collects();
            case EXECUTIVE, GUEST -> false;
        };
    }

    /// The letter as it would be, kept nowhere.
    ///
    /// @throws Problem refused, with the reason, when the customer gets none
    public byte[] preview(Scope scope, long companyId, TemplateUse use, LetterOrder order) {
        refuseNotice(use);
        var today = businessDate.today(companies.byId(companyId).zone());
        var made = maker.draft(scope, companyId, use, List.of(order), today);
        if (!made.refusals().isEmpty()) {
            throw Problem.refused(made.refusals().getFirst().reason().messageKey());
        }
        return Objects.requireNonNull(made.letters().getFirst().printed()).pdf();
    }

    public Slice<Letter> list(Scope scope, Letter.Filter filter, Paging paging) {
        return lists.list(scope, filter, paging);
    }

    /// How many are waiting, printed, cancelled.
    public List<Integer> counts(Scope scope, Letter.Filter filter) {
        return lists.counts(scope, filter);
    }

    /// @throws Problem not found, also when its customer is outside of the scope
    public Letter get(Scope scope, RowId id) {
        return lists.find(scope, id).orElseThrow(() -> Problem.notFound("correspondence.letter.problem.unknown"));
    }

    /// Draws the pages of those that are not drawn yet; whoever needs them soon need not wait for each.
    ///
    /// @param ids within the scope
    public void draw(Scope scope, Collection<RowId> ids) {
        drawing.draw(lists.all(scope, ids).stream().map(Letter::id).toList());
    }

    /// The letter as PDF/A, as it was made.
    ///
    /// @throws Problem not found, also when its customer is outside of the scope
    public byte[] pdf(Scope scope, RowId id) {
        return drawing.pdf(get(scope, id).id());
    }

    /// The same for a letter that goes with a message, which is within the scope.
    public byte[] enclosed(RowId id) {
        return drawing.pdf(id);
    }

    /// Takes back a letter that was not printed yet; it stays to be read.
    ///
    /// @throws Problem not found; conflict when it was printed or cancelled already
    @Transactional
    public Letter cancel(SignedIn user, Scope scope, RowId id) {
        var letter = get(scope, id);
        if (cancelWaiting(user, scope, List.of(id)).isEmpty()) {
            throw Problem.conflict("correspondence.letter.problem.notWaiting", letter.number());
        }
        return get(scope, id);
    }

    /// Takes back those of them that were not printed yet.
    ///
    /// @return which
    /// @throws Problem forbidden for who has no role in collections
    @Transactional
    public Set<RowId> cancelWaiting(SignedIn user, Scope scope, Collection<RowId> ids) {
        if (!mayWrite(user)) {
            throw Problem.forbidden("correspondence.letter.problem.noRole");
        }
        clearance.hold(ids.stream().map(RowId::customer).distinct().toList());
        return taken(user, store.cancel(scope, ids, user.displayName()));
    }

    /// Takes back letters of Encours itself that were not printed yet and say what is no longer so; found under
    /// the lock of the plan.
    ///
    /// @return which
    @Transactional
    public Set<RowId> withdraw(long companyId, Collection<RowId> ids) {
        return taken(
                null,
                store.cancel(new Scope(0, Set.of(companyId), Scope.Portfolio.EVERYONE), ids, LetterStore.ENCOURS));
    }

    private Set<RowId> taken(@Nullable SignedIn user, List<LetterStore.TakenBack> cancelled) {
        timeline.recordAll(cancelled.stream()
                .map(letter -> new NewEvent(
                        letter.companyId(),
                        letter.id().customer(),
                        businessDate.today(companies.byId(letter.companyId()).zone()),
                        user,
                        EventType.LETTER_CANCELLED,
                        ActionType.LETTER.name(),
                        "",
                        null,
                        facts(letter.id(), letter.subject()),
                        letter.items()))
                .toList());
        if (!cancelled.isEmpty()) {
            publisher.publishEvent(new LettersCancelled(
                    user,
                    cancelled.stream()
                            .collect(Collectors.groupingBy(
                                    LetterStore.TakenBack::companyId,
                                    Collectors.mapping(LetterStore.TakenBack::id, Collectors.toList())))));
        }
        return cancelled.stream().map(LetterStore.TakenBack::id).collect(Collectors.toSet());
    }

    /// A formal notice has contents and proofs of its own, see `correspondence.notice`.
    private static void refuseNotice(TemplateUse use) {
        if (use.purpose() == Purpose.FORMAL_NOTICE) {
            throw Problem.refused("correspondence.letter.problem.isNotice");
        }
    }

    private void keep(@Nullable SignedIn author, List<WrittenLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        var events = timeline.recordAll(
                letters.stream().map(letter -> event(author, letter)).toList());
        store.insert(letters, author, events);
        publisher.publishEvent(new LetterDrawing.Wanted(letters.stream()
                .filter(letter -> letter.printed() == null)
                .map(WrittenLetter::id)
                .toList()));
    }

    private static NewEvent event(@Nullable SignedIn author, WrittenLetter letter) {
        return new NewEvent(
                letter.customer().companyId(),
                letter.customer().id(),
                letter.dated(),
                author,
                EventType.LETTER,
                ActionType.LETTER.name(),
                letter.filled().text(),
                null,
                facts(letter.id(), letter.filled().subject()),
                letter.items().stream().map(Account.OpenItem::id).toList());
    }

    private static Map<String, String> facts(RowId id, String subject) {
        return Map.of("label", subject, "letter", Letter.number(id.id()), "letterId", id.toString());
    }
}
