package io.encours.worklist.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.strategy.ActionType;
import io.encours.strategy.Strategies;
import io.encours.strategy.Strategy;
import io.encours.strategy.StrategyAction;
import io.encours.timeline.Timeline;
import io.encours.worklist.Contacts;
import io.encours.worklist.DirectDebits;
import io.encours.worklist.ItemView;
import io.encours.worklist.ItemViews;
import io.encours.worklist.MissedSteps;
import io.encours.worklist.outgoing.Dispatch;
import io.encours.worklist.outgoing.Outgoing;
import io.encours.worklist.outgoing.Step;
import io.encours.worklist.web.PanelView.Fact;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The side panel of a line: what it is about, whom to call, what was said last, and the form to do the action
/// (S7).
@Controller
class LinePanel {

    private static final int LAST_EVENTS = 3;

    private final ItemViews items;
    private final Contacts contacts;
    private final Timeline timeline;
    private final Strategies strategies;
    private final Dispatch dispatch;
    private final DirectDebits debits;
    private final MissedSteps missed;

    LinePanel(
            ItemViews items,
            Contacts contacts,
            Timeline timeline,
            Strategies strategies,
            Dispatch dispatch,
            DirectDebits debits,
            MissedSteps missed) {
        this.items = items;
        this.contacts = contacts;
        this.timeline = timeline;
        this.strategies = strategies;
        this.dispatch = dispatch;
        this.debits = debits;
        this.missed = missed;
    }

    @GetMapping("/supervisor/items/{id}")
    String show(@PathVariable String id, SignedIn user, Scope scope, Page page, Model model) {
        var item = RowId.parse(id)
                .flatMap(row -> items.find(scope, row))
                .orElseThrow(() -> Problem.notFound("worklist.problem.unknown"));
        var contact = contacts.of(scope, item.id().customer());
        model.addAttribute("page", page);
        model.addAttribute(
                "panel",
                new PanelView(
                        id,
                        Lines.document(item.document(), page),
                        page.t("receivable.kind." + item.kind().name()),
                        item.customerName(),
                        item.customer(),
                        Lines.path(item.company(), item.customer()),
                        item.remaining().amount(),
                        item.colour().name(),
                        age(item, page),
                        facts(item, page),
                        contact.map(Contacts.Contact::phone).orElse(null),
                        contact.map(Contacts.Contact::email).orElse(null),
                        contact.map(Contacts.Contact::country).orElse(""),
                        contact.map(Contacts.Contact::marks).orElse(List.of()),
                        contact.map(Contacts.Contact::answered).orElse(null),
                        item.next().map(next -> step(next, page)).orElse(null),
                        item.noActionReason()
                                .map(reason -> page.t(reason.messageKey()))
                                .orElse(null),
                        isCall(item),
                        sends(scope, item),
                        missed.of(scope, item.id()),
                        suggestedDate(item, page.today()),
                        others(scope, item),
                        debit(user, scope, item.id()),
                        timeline.ofItem(scope, item.id(), null, LAST_EVENTS).items()));
        return "worklist/_panel";
    }

    private @Nullable DebitForm debit(SignedIn user, Scope scope, RowId id) {
        var item = debits.of(scope, id);
        return DirectDebits.mayTell(user) && (item.remaining().signum() > 0 || item.presentedOn() != null)
                ? DebitForm.of(item, Form.EMPTY)
                : null;
    }

    private PanelView.Step step(ItemView.Next next, Page page) {
        return new PanelView.Step(
                next.id().toString(),
                next.code(),
                next.type().icon(),
                next.label(),
                next.date(),
                next.theoreticalDate(),
                Lines.held(next.heldUntil(), page),
                Optional.ofNullable(next.stoppedBy())
                        .map(guard -> page.t("worklist.page.stopped", page.t(guard.messageKey())))
                        .orElse(null),
                Lines.late(next.date(), page.today()));
    }

    private static String age(ItemView item, Page page) {
        var days = ChronoUnit.DAYS.between(item.dueDate(), page.today());
        var due = page.date(item.dueDate());
        return switch (item.colour()) {
            case RED -> page.t("worklist.colour.RED");
            case BLACK -> page.t("worklist.page.overdueBy", due, days);
            case BLUE ->
                days == 0 ? page.t("worklist.page.isDueToday", due) : page.t("worklist.page.dueIn", due, -days);
        };
    }

    private static List<Fact> facts(ItemView item, Page page) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(page.t("worklist.page.documentDate"), page.date(item.documentDate())));
        if (item.original().amount().compareTo(item.remaining().amount()) != 0) {
            facts.add(new Fact(
                    page.t("worklist.page.original"),
                    page.money(
                            item.original().amount(), item.original().currency().getCurrencyCode())));
        }
        if (item.paymentMethod() != null && !item.paymentMethod().isBlank()) {
            facts.add(new Fact(page.t("worklist.page.paymentMethod"), item.paymentMethod()));
        }
        facts.add(new Fact(page.t("worklist.page.controlAccount"), item.controlAccount()));
        return facts;
    }

    private static boolean isCall(ItemView item) {
        return item.next().filter(next -> next.type() == ActionType.PHONE).isPresent();
    }

    private Outgoing.@Nullable Kind sends(Scope scope, ItemView item) {
        return item.next()
                .map(next -> Step.action(strategyOf(scope, item), next.code(), next.label(), next.type(), next.stage()))
                .flatMap(dispatch::kindOf)
                .orElse(null);
    }

    /// Tomorrow, or the planned day when that is later.
    private static LocalDate suggestedDate(ItemView item, LocalDate today) {
        var tomorrow = today.plusDays(1);
        return item.next()
                .map(ItemView.Next::date)
                .filter(date -> date.isAfter(tomorrow))
                .orElse(tomorrow);
    }

    /// The other actions of the strategies the user may see that contain the planned one.
    private List<StrategyAction> others(Scope scope, ItemView item) {
        return item.next()
                .flatMap(next -> strategyOf(scope, item)
                        .map(strategy -> strategy.actions().stream()
                                .filter(action -> !action.code().equals(next.code()))
                                .toList()))
                .orElse(List.of());
    }

    private Optional<Strategy> strategyOf(Scope scope, ItemView item) {
        return items.strategyOf(scope, item.id()).flatMap(strategies::byId);
    }
}
