package io.encours.worklist.api;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.correspondence.Channel;
import io.encours.correspondence.outbox.MessageDecisions.LeftOut;
import io.encours.identity.SignedIn;
import io.encours.platform.Cursor;
import io.encours.platform.Money;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.web.Texts;
import io.encours.worklist.automatic.Recap;
import io.encours.worklist.automatic.Recaps;
import io.encours.worklist.automatic.Recaps.Choice;
import io.encours.worklist.outgoing.Outgoing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What goes out by itself on a day, to be confirmed or stopped (A8). A run is named by its company and its day.
@RestController
@RequestMapping("/api/v1/automatic-runs")
class AutomaticRunResource {

    record Run(
            String company,
            LocalDate day,
            int messages,
            int toConfirm,
            int leaving,
            int stopped,
            String amount,
            String currency) {}

    /// @param upTo to be sent back with what is decided on all of it: what is written later then stays as it is
    record Whole(String company, LocalDate day, String upTo, List<Action> actions, List<Kept> stopped) {}

    /// @param counts by state
    /// @param messages the first hundred
    record Action(
            String code,
            String label,
            String channel,
            String amount,
            String currency,
            Map<Recap.Stand, Integer> counts,
            List<Line> messages) {}

    /// @param id of the message or the letter
    /// @param reference kind and id, to name it among `ids`
    /// @param kind MESSAGE or LETTER
    /// @param goesAt when it goes, or went; null: when a person says so
    record Line(
            String id,
            String reference,
            String kind,
            String customer,
            String customerName,
            String recipient,
            String subject,
            int items,
            String amount,
            String state,
            @Nullable Instant goesAt) {}

    /// @param reason name of the guard
    /// @param items the first hundred
    record Kept(String reason, String message, int count, List<KeptItem> items) {}

    record KeptItem(String id, String customer, String document, String action, String amount, String currency) {}

    /// @param ids `MESSAGE:id` or `LETTER:id`, an id alone is that of a message; null: not these alone
    /// @param action code; null: of every action
    /// @param channel of the action, as in its group; null: on every channel
    /// @param currency of the action, as in its group; null: in every currency
    /// @param upTo as it was given; null: whatever was written. Those that are named by `ids` are meant anyway
    record Wanted(
            @Nullable List<String> ids,
            @Nullable String action,
            @Nullable Channel channel,
            @Nullable String currency,
            @Nullable String upTo) {}

    /// @param newer how many were written after `upTo` and stay as they are
    record Done(int done, int newer, List<Left> leftOut) {}

    record Left(String id, String customer, String reason, String message) {}

    private final Recaps recaps;
    private final Companies companies;
    private final Texts texts;

    AutomaticRunResource(Recaps recaps, Companies companies, Texts texts) {
        this.recaps = recaps;
        this.companies = companies;
        this.texts = texts;
    }

    @GetMapping
    Slice<Run> list(Scope scope, @RequestParam String company, Paging paging) {
        var found = companies.get(scope, company);
        var before = paging.cursor() == null
                ? null
                : LocalDate.ofEpochDay(Cursor.parse(paging.cursor(), 1).number(0));
        var days = recaps.days(scope, found.id(), before, paging.size() + 1);
        var part = paging.slice(days, day -> Cursor.after(day.day().toEpochDay()));
        return new Slice<>(part.items().stream().map(day -> run(found, day)).toList(), part.next());
    }

    @GetMapping("/{company}/{day}")
    Whole get(SignedIn user, Scope scope, @PathVariable String company, @PathVariable LocalDate day) {
        var found = companies.get(scope, company);
        var recap = recaps.of(scope, found.id(), day);
        return new Whole(
                found.code(),
                day,
                recap.upTo().toString(),
                recap.groups().stream().map(AutomaticRunResource::action).toList(),
                recap.stopped().stream()
                        .map(stopped -> new Kept(
                                stopped.guard().name(),
                                texts.text(user.locale(), stopped.guard().messageKey()),
                                stopped.count(),
                                stopped.lines().stream()
                                        .map(line -> new KeptItem(
                                                line.item().toString(),
                                                line.customer(),
                                                line.document(),
                                                line.label(),
                                                Money.of(line.amount(), line.currency())
                                                        .plain(),
                                                line.currency()))
                                        .toList()))
                        .toList());
    }

    @PostMapping("/{company}/{day}/confirmation")
    Done confirm(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable LocalDate day,
            @RequestBody(required = false) @Nullable Wanted wanted) {
        var found = companies.get(scope, company);
        return done(recaps.confirm(user, scope, found.id(), day, choice(wanted)), user);
    }

    @PostMapping("/{company}/{day}/cancellation")
    Done stop(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable LocalDate day,
            @RequestBody(required = false) @Nullable Wanted wanted) {
        var found = companies.get(scope, company);
        return done(recaps.stop(user, scope, found.id(), day, choice(wanted)), user);
    }

    private static Choice choice(@Nullable Wanted wanted) {
        return wanted == null
                ? Choice.ALL
                : new Choice(
                        wanted.ids() == null
                                ? null
                                : wanted.ids().stream()
                                        .map(AutomaticRunResource::message)
                                        .toList(),
                        wanted.action(),
                        wanted.channel(),
                        wanted.currency(),
                        wanted.upTo() == null ? null : upTo(wanted.upTo()));
    }

    private static Recap.UpTo upTo(String text) {
        return Recap.UpTo.parse(text).orElseThrow(() -> Problem.invalid("upTo", "worklist.recap.problem.upTo"));
    }

    private static Outgoing message(String id) {
        return Outgoing.parse(id).orElseThrow(() -> Problem.invalid("ids", "worklist.problem.unknown"));
    }

    private Done done(Recaps.Outcome outcome, SignedIn user) {
        return new Done(
                outcome.done(),
                outcome.newer(),
                Stream.concat(
                                outcome.leftOut().stream().map(left -> left(left, user)),
                                outcome.notWaiting().stream().map(each -> notWaiting(each, user)))
                        .toList());
    }

    private Left notWaiting(Outgoing what, SignedIn user) {
        return new Left(what.reference(), "", "NOT_WAITING", texts.text(user.locale(), "worklist.recap.notWaiting"));
    }

    private Left left(LeftOut left, SignedIn user) {
        return new Left(
                left.id().toString(), left.customer(), left.code(), texts.text(user.locale(), left.messageKey()));
    }

    private static Run run(Company company, Recap.Day day) {
        return new Run(
                company.code(),
                day.day(),
                day.messages(),
                day.toConfirm(),
                day.leaving(),
                day.stopped(),
                Money.of(day.amount(), company.currency()).plain(),
                company.currency());
    }

    private static Action action(Recap.Group group) {
        return new Action(
                group.code(),
                group.label(),
                group.channel().name(),
                Money.of(group.amount(), group.currency()).plain(),
                group.currency(),
                group.counts(),
                group.lines().stream()
                        .map(line -> new Line(
                                line.what().id().toString(),
                                line.what().reference(),
                                line.what().kind().name(),
                                line.customer(),
                                line.customerName(),
                                line.recipient(),
                                line.subject(),
                                line.items(),
                                Money.of(line.amount(), line.currency()).plain(),
                                line.stand().name(),
                                line.goesAt()))
                        .toList());
    }
}
