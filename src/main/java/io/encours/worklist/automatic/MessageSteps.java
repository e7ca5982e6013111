package io.encours.worklist.automatic;

import io.encours.company.Companies;
import io.encours.correspondence.letter.LettersCancelled;
import io.encours.correspondence.outbox.MessagesCancelled;
import io.encours.correspondence.outbox.MessagesConfirmed;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import io.encours.worklist.Planning;
import io.encours.worklist.automatic.StepStore.Step;
import io.encours.worklist.outgoing.Outgoing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps steps and messages together: a step is done when its message may go out, and not done when that is
/// cancelled.
@Component
class MessageSteps {

    private final StepStore store;
    private final Timeline timeline;
    private final Planning planning;
    private final Companies companies;
    private final BusinessDate businessDate;
    private final Clock clock;

    MessageSteps(
            StepStore store,
            Timeline timeline,
            Planning planning,
            Companies companies,
            BusinessDate businessDate,
            Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.planning = planning;
        this.companies = companies;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    /// In the transaction that lets these messages go.
    ///
    /// @param by null: Encours itself
    /// @throws Problem conflict when one of them says what is no longer so; then none goes
    void done(Outgoing.Kind kind, long companyId, Collection<RowId> messages, LocalDate day, @Nullable SignedIn by) {
        var steps = store.steps(kind, messages);
        if (steps.isEmpty()) {
            return;
        }
        if (!steps.stream().allMatch(Step::planned)) {
            throw Problem.conflict("worklist.problem.outdatedMessage");
        }
        var events = timeline.recordAll(steps.stream()
                .map(step -> new NewEvent(
                        companyId,
                        step.action().item().customer(),
                        day,
                        by,
                        EventType.ACTION_VALIDATED,
                        step.type(),
                        "",
                        null,
                        Map.of(
                                "code",
                                step.code(),
                                "label",
                                step.label(),
                                kind == Outgoing.Kind.LETTER ? "letterId" : "messageId",
                                step.message().toString()),
                        List.of(step.action().item().id())))
                .toList());
        store.done(kind, steps, events, day, now(), by == null ? null : (Long) by.id());
        planning.planCustomers(
                companyId,
                steps.stream().map(step -> step.action().item().customer()).collect(Collectors.toSet()));
    }

    @EventListener
    void confirmed(MessagesConfirmed confirmed) {
        confirmed
                .byCompany()
                .forEach((company, messages) ->
                        done(Outgoing.Kind.MESSAGE, company, messages, today(company), confirmed.by()));
    }

    @EventListener
    void cancelled(MessagesCancelled cancelled) {
        cancelled
                .byCompany()
                .forEach((company, messages) -> undo(Outgoing.Kind.MESSAGE, company, messages, cancelled.by()));
    }

    @EventListener
    void cancelled(LettersCancelled cancelled) {
        cancelled
                .byCompany()
                .forEach((company, letters) -> undo(Outgoing.Kind.LETTER, company, letters, cancelled.by()));
    }

    private void undo(Outgoing.Kind kind, long companyId, Collection<RowId> messages, @Nullable SignedIn by) {
        if (by == null) {
            // What Encours itself takes back it may write anew; what a person takes out stays theirs.
            store.markWithdrawn(kind, messages);
        }
        var undone = store.undo(kind, messages, now(), by == null ? null : (Long) by.id());
        if (undone.isEmpty()) {
            return;
        }
        timeline.recordAll(undone.stream()
                .map(step -> new NewEvent(
                        companyId,
                        step.action().item().customer(),
                        today(companyId),
                        by,
                        EventType.VALIDATION_UNDONE,
                        step.type(),
                        "",
                        null,
                        Map.of("code", step.code(), "label", step.label()),
                        List.of(step.action().item().id())))
                .toList());
        planning.planCustomers(
                companyId,
                undone.stream().map(step -> step.action().item().customer()).collect(Collectors.toSet()));
    }

    private LocalDate today(long companyId) {
        return businessDate.today(companies.byId(companyId).zone());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
