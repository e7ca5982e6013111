package io.encours.worklist.outgoing;

import io.encours.company.Companies;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.letter.LetterOrder;
import io.encours.correspondence.letter.Letters;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.strategy.Purpose;
import io.encours.strategy.StrategyAction;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Letters, plain and registered, which wait for a print run.
@Component
class LetterCarrier implements Carrier {

    /// Letters of one kind are made at once.
    private record Kind(long companyId, TemplateUse use) {}

    private final Letters letters;
    private final Companies companies;
    private final BusinessDate businessDate;

    LetterCarrier(Letters letters, Companies companies, BusinessDate businessDate) {
        this.letters = letters;
        this.companies = companies;
        this.businessDate = businessDate;
    }

    @Override
    public Outgoing.Kind kind() {
        return Outgoing.Kind.LETTER;
    }

    @Override
    public boolean carries(StrategyAction action) {
        return Channel.of(action.type()).filter(Channel.LETTER::equals).isPresent()
                && action.purpose() != Purpose.FORMAL_NOTICE;
    }

    @Override
    public Map<Errand, Errand.Result> carry(SignedIn user, Scope scope, List<Errand> errands) {
        var results = new HashMap<Errand, Errand.Result>();
        errands.stream()
                .collect(Collectors.groupingBy(LetterCarrier::kind, LinkedHashMap::new, Collectors.toList()))
                .forEach((kind, some) -> results.putAll(carry(user, scope, kind, some)));
        return results;
    }

    private Map<Errand, Errand.Result> carry(SignedIn user, Scope scope, Kind kind, List<Errand> errands) {
        var deadline = deadline(kind);
        var byOrder = new LinkedHashMap<LetterOrder, Errand>();
        errands.forEach(errand -> byOrder.put(order(errand, deadline), errand));
        var outcome = letters.create(user, scope, kind.companyId(), kind.use(), List.copyOf(byOrder.keySet()));
        var results = new HashMap<Errand, Errand.Result>();
        outcome.made()
                .forEach(made -> results.put(
                        byOrder.get(made.order()), new Errand.Result.Made(new Outgoing(kind(), made.id()))));
        outcome.refused().forEach(refusal -> {
            var reason = refusal.reason();
            results.put(
                    byOrder.get(refusal.order()),
                    new Errand.Result.Refused(new Why(reason.name(), reason.messageKey())));
        });
        return results;
    }

    @Override
    public Optional<Preview> preview(Scope scope, Errand errand) {
        var kind = kind(errand);
        try {
            return Optional.of(new Preview.Paper(
                    letters.preview(scope, errand.companyId(), kind.use(), order(errand, deadline(kind)))));
        } catch (Problem refused) {
            return Optional.of(new Preview.Refused(new Why(refused.code(), refused.code())));
        }
    }

    @Override
    public Set<RowId> takeBack(SignedIn user, Scope scope, Collection<RowId> ids) {
        return letters.cancelWaiting(user, scope, ids);
    }

    /// The language is that of each customer.
    private static Kind kind(Errand errand) {
        var action = errand.action();
        return new Kind(
                errand.companyId(),
                new TemplateUse(
                        Channel.LETTER, action.purpose(), action.stage(), errand.level(), "fr", action.template()));
    }

    private static LetterOrder order(Errand errand, @Nullable LocalDate deadline) {
        return new LetterOrder(
                errand.customerId(), errand.items().stream().map(RowId::id).toList(), deadline, null, null);
    }

    private @Nullable LocalDate deadline(Kind kind) {
        return kind.use().purpose() == Purpose.REMINDER
                ? businessDate.today(companies.byId(kind.companyId()).zone()).plusDays(LetterOrder.DAYS_TO_PAY)
                : null;
    }
}
