package io.encours.worklist;

import encours.db.worklist.tables.records.PlannedActionRecord;
import encours.db.worklist.tables.records.ReplacedActionRecord;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.BusinessDate;
import io.encours.platform.PlainCharacters;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import io.encours.worklist.ActionStore.Place;
import io.encours.worklist.outgoing.Outgoing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What every decision on an action has in common: when it was, its event, and the plan after it.
@Component
class ActionLog {

    private static final int MAX_COMMENT = 10_000;

    private final Timeline timeline;
    private final Planning planning;
    private final ItemViews views;
    private final BusinessDate businessDate;
    private final Audit audit;
    private final ContactMarks marks;
    private final Clock clock;

    ActionLog(
            Timeline timeline,
            Planning planning,
            ItemViews views,
            BusinessDate businessDate,
            Audit audit,
            ContactMarks marks,
            Clock clock) {
        this.timeline = timeline;
        this.planning = planning;
        this.views = views;
        this.businessDate = businessDate;
        this.audit = audit;
        this.marks = marks;
        this.clock = clock;
    }

    LocalDate today(Place place) {
        return businessDate.today(place.zone());
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// @return id of the event
    long record(
            SignedIn author,
            Place place,
            ActionId action,
            EventType type,
            String channel,
            String comment,
            @Nullable String outcome,
            Map<String, String> given) {
        var details = new HashMap<>(given);
        if (place.absent() != null) {
            details.put(NewEvent.ON_BEHALF_OF, place.absent());
        }
        audit(author, action, type, comment, outcome, details);
        var customer = action.item().customer();
        conclude(author, List.of(customer), outcome);
        return timeline.record(new NewEvent(
                place.companyId(),
                customer,
                today(place),
                author,
                type,
                channel,
                comment,
                outcome,
                details,
                List.of(action.item().id())));
    }

    /// What the outcome of a call says of the number that was called.
    void conclude(SignedIn author, Collection<Long> customers, @Nullable String outcome) {
        if (Outcome.WRONG_NUMBER.name().equals(outcome)) {
            marks.wrongNumbers(author, customers);
        }
    }

    private void audit(
            SignedIn author,
            ActionId action,
            EventType type,
            String comment,
            @Nullable String outcome,
            Map<String, String> details) {
        var after = new HashMap<String, String>(details);
        after.put("decision", type.name());
        after.put("comment", comment);
        if (outcome != null) {
            after.put("outcome", outcome);
        }
        audit.record(author, AuditKind.ACTION, action.toString(), details.getOrDefault("label", ""), Map.of(), after);
    }

    /// Plans the customer anew and gives the item with what is next.
    ItemView planAnew(Scope scope, Place place, ActionId action) {
        planning.planCustomers(place.companyId(), List.of(action.item().customer()));
        return views.find(scope, action.item()).orElseThrow(ActionLog::unknown);
    }

    static Problem unknown() {
        return Problem.notFound("worklist.problem.unknown");
    }

    /// Only who has a role in collections decides on actions (S2).
    static void requireCollector(SignedIn user) {
        if (!user.collects()) {
            throw Problem.forbidden("worklist.problem.noRole");
        }
    }

    static String comment(@Nullable String comment) {
        var text = comment == null ? "" : PlainCharacters.of(comment).strip();
        if (text.length() > MAX_COMMENT) {
            throw Problem.invalid("comment", "worklist.problem.commentTooLong", String.valueOf(MAX_COMMENT));
        }
        return text;
    }

    static @Nullable String outcome(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(Outcome.values())
                .map(Outcome::name)
                .filter(outcome -> outcome.equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("outcome", "worklist.problem.outcome", name));
    }

    /// Until when a promise, a dispute or a payment on its way holds the item.
    static @Nullable LocalDate heldUntil(@Nullable LocalDate until, @Nullable String outcome, LocalDate today) {
        if (until == null) {
            return null;
        }
        if (outcome == null || !Outcome.valueOf(outcome).holds()) {
            throw Problem.invalid("until", "worklist.problem.untilOfWhat");
        }
        if (until.isBefore(today) || until.isAfter(today.plusYears(1))) {
            throw Problem.invalid("until", "worklist.problem.until");
        }
        return until;
    }

    /// A skipped step is not a hold of the item: two words, two things (A5).
    static void requireNoHold(Remark remark) {
        if (remark.until() != null) {
            throw Problem.invalid("until", "worklist.problem.untilOfIgnored");
        }
    }

    /// What the event of a decision says of the step.
    ///
    /// @param made what the action sends; null: nothing
    static Map<String, String> details(
            PlannedActionRecord planned, @Nullable LocalDate heldUntil, @Nullable Outgoing made) {
        var details = new HashMap<>(Map.of(
                "code", planned.getCode(),
                "label", planned.getLabel(),
                "date", planned.getActionDate().toString(),
                "theoreticalDate", planned.getTheoreticalDate().toString()));
        if (heldUntil != null) {
            details.put("until", heldUntil.toString());
        }
        if (made != null) {
            details.put(made.kind().name().toLowerCase(Locale.ROOT), made.number());
        }
        return details;
    }

    /// What the event of a replacement says of both.
    static Map<String, String> details(PlannedActionRecord planned, ReplacedActionRecord other) {
        return Map.of(
                "code", other.getCode(),
                "label", other.getLabel(),
                "date", other.getTheoreticalDate().toString(),
                "replacedCode", planned.getCode(),
                "replacedLabel", planned.getLabel(),
                "replacedDate", planned.getActionDate().toString());
    }
}
