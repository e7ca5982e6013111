package io.encours.worklist.outgoing;

import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.any;

import io.encours.company.Companies;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.outbox.Composed;
import io.encours.correspondence.outbox.Composer;
import io.encours.correspondence.outbox.MessageDecisions;
import io.encours.correspondence.outbox.MessageState;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.correspondence.outbox.Outbox;
import io.encours.correspondence.outbox.Outbox.Written;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.strategy.StrategyAction;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// E-mails and SMS, which the outbox sends when their undo window is over.
@Component
class MessageCarrier implements Carrier {

    private static final Why STANDING = new Why("MESSAGE_STANDING", "worklist.outgoing.standing");

    private record Kind(long companyId, TemplateUse use) {}

    /// Of several messages to a customer each is known by its items.
    private record About(long customer, Set<Long> items) {}

    private final Composer composer;
    private final Outbox outbox;
    private final MessageDecisions decisions;
    private final Companies companies;
    private final BusinessDate businessDate;
    private final DSLContext db;

    MessageCarrier(
            Composer composer,
            Outbox outbox,
            MessageDecisions decisions,
            Companies companies,
            BusinessDate businessDate,
            DSLContext db) {
        this.composer = composer;
        this.outbox = outbox;
        this.decisions = decisions;
        this.companies = companies;
        this.businessDate = businessDate;
        this.db = db;
    }

    @Override
    public Outgoing.Kind kind() {
        return Outgoing.Kind.MESSAGE;
    }

    @Override
    public boolean carries(StrategyAction action) {
        return Channel.of(action.type())
                .filter(channel -> channel != Channel.LETTER)
                .isPresent();
    }

    @Override
    public Map<Errand, Errand.Result> carry(SignedIn user, Scope scope, List<Errand> errands) {
        var results = new HashMap<Errand, Errand.Result>();
        var occurrences = occurrences(errands);
        errands.stream()
                .collect(Collectors.groupingBy(MessageCarrier::kind, LinkedHashMap::new, Collectors.toList()))
                .forEach((kind, some) -> {
                    var composed = compose(scope, kind, some, results);
                    var written = outbox.writeAll(composed.values().stream()
                            .map(each -> each.message(Release.BY_HAND, user, occurrences, List.of()))
                            .toList());
                    var index = 0;
                    for (var errand : composed.keySet()) {
                        results.put(errand, result(written.get(index++)));
                    }
                });
        return results;
    }

    private Map<Errand, Composed> compose(
            Scope scope, Kind kind, List<Errand> errands, Map<Errand, Errand.Result> results) {
        var today = businessDate.today(companies.byId(kind.companyId()).zone());
        var outcome = composer.compose(
                scope,
                kind.companyId(),
                kind.use(),
                errands.stream()
                        .map(errand -> Composer.Order.about(
                                errand.customerId(),
                                errand.items().stream().map(RowId::id).toList()))
                        .toList(),
                today);
        var made = new HashMap<About, Composed>();
        outcome.made()
                .forEach(each -> made.put(
                        new About(
                                each.customer().id(),
                                each.items().stream()
                                        .map(item -> item.id())
                                        .collect(Collectors.toCollection(TreeSet::new))),
                        each));
        var refused = new HashMap<Long, Why>();
        outcome.refused()
                .forEach(refusal -> refused.put(
                        refusal.customerId(),
                        new Why(refusal.reason().name(), refusal.reason().messageKey())));
        var found = new LinkedHashMap<Errand, Composed>();
        for (var errand : errands) {
            var items = errand.items().stream().map(RowId::id).collect(Collectors.toCollection(TreeSet::new));
            var composed = made.get(new About(errand.customerId(), items));
            if (composed == null) {
                results.put(errand, new Errand.Result.Refused(refused.getOrDefault(errand.customerId(), STANDING)));
            } else {
                found.put(errand, composed);
            }
        }
        return found;
    }

    private Errand.Result result(Written written) {
        return switch (written) {
            case Written.Kept(var id) -> new Errand.Result.Made(new Outgoing(kind(), id));
            case Written.Duplicate duplicate -> new Errand.Result.Refused(STANDING);
        };
    }

    /// Of the steps that are decided, by item; their plan is locked.
    private Map<Long, Integer> occurrences(List<Errand> errands) {
        var items = errands.stream().flatMap(errand -> errand.items().stream()).toList();
        return db.select(PLANNED_ACTION.ITEM_ID, PLANNED_ACTION.OCCURRENCE)
                .from(PLANNED_ACTION)
                .where(
                        PLANNED_ACTION.CUSTOMER_ID.eq(any(
                                items.stream().map(RowId::customer).distinct().toArray(Long[]::new))),
                        PLANNED_ACTION.ITEM_ID.eq(
                                any(items.stream().map(RowId::id).toArray(Long[]::new))))
                .fetchMap(PLANNED_ACTION.ITEM_ID, PLANNED_ACTION.OCCURRENCE);
    }

    @Override
    public Optional<Preview> preview(Scope scope, Errand errand) {
        var results = new HashMap<Errand, Errand.Result>();
        var composed = compose(scope, kind(errand), List.of(errand), results).get(errand);
        if (composed != null) {
            return Optional.of(new Preview.Message(composed));
        }
        return results.get(errand) instanceof Errand.Result.Refused(var why)
                ? Optional.of(new Preview.Refused(why))
                : Optional.empty();
    }

    @Override
    public Set<RowId> takeBack(SignedIn user, Scope scope, Collection<RowId> ids) {
        var batch = decisions.cancelAll(user, scope, ids);
        var before = batch.leftOut().stream()
                .filter(each -> each.code().equals(MessageState.Name.CANCELLED.name()))
                .map(MessageDecisions.LeftOut::id);
        return Stream.concat(batch.done().stream(), before).collect(Collectors.toSet());
    }

    /// The language is that of each customer.
    private static Kind kind(Errand errand) {
        var action = errand.action();
        return new Kind(
                errand.companyId(),
                new TemplateUse(
                        Channel.of(action.type()).orElseThrow(),
                        action.purpose(),
                        action.stage(),
                        errand.level(),
                        "fr",
                        action.template()));
    }
}
