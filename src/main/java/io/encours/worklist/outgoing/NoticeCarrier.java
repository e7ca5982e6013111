package io.encours.worklist.outgoing;

import io.encours.correspondence.Channel;
import io.encours.correspondence.notice.Notices;
import io.encours.correspondence.notice.Notices.Issued;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Texts;
import io.encours.strategy.Purpose;
import io.encours.strategy.StrategyAction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Formal notices (*mises en demeure*), issued at once and followed on the customer's page.
@Component
class NoticeCarrier implements Carrier {

    private final Notices notices;
    private final Texts texts;

    NoticeCarrier(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public Outgoing.Kind kind() {
        return Outgoing.Kind.NOTICE;
    }

    @Override
    public boolean carries(StrategyAction action) {
        return Channel.of(action.type()).filter(Channel.LETTER::equals).isPresent()
                && action.purpose() == Purpose.FORMAL_NOTICE;
    }

    @Override
    public Map<Errand, Errand.Result> carry(SignedIn user, Scope scope, List<Errand> errands) {
        var issued = notices.issueAll(
                user,
                scope,
                errands.stream()
                        .map(errand -> new Notices.Order(errand.customerId(), Set.copyOf(errand.items())))
                        .toList());
        var results = new HashMap<Errand, Errand.Result>();
        for (var index = 0; index < errands.size(); index++) {
            results.put(errands.get(index), result(issued.get(index)));
        }
        return results;
    }

    /// A notice has a page of its own, where it is prepared and seen.
    @Override
    public Optional<Preview> preview(Scope scope, Errand errand) {
        return Optional.empty();
    }

    @Override
    public Set<RowId> takeBack(SignedIn user, Scope scope, Collection<RowId> ids) {
        return notices.cancelUnsent(user, scope, ids, texts.text(user.locale(), "worklist.outgoing.undone"));
    }

    private Errand.Result result(Issued issued) {
        return switch (issued) {
            case Issued.Made(var notice) -> new Errand.Result.Made(new Outgoing(kind(), notice.id()));
            case Issued.Refused(var reason) -> new Errand.Result.Refused(new Why(reason.name(), reason.messageKey()));
        };
    }
}
