package io.encours.worklist.automatic;

import io.encours.correspondence.Channel;
import io.encours.correspondence.Clearance;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.outbox.MessageDecisions;
import io.encours.correspondence.outbox.MessageDecisions.LeftOut;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.worklist.automatic.Recap.Stand;
import io.encours.worklist.outgoing.Outgoing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The recap of what goes out by itself, and the window to stop it (A8). Whoever may write to a customer
/// confirms and stops what is written to them.
@Service
public class Recaps {

    /// What is meant: these, or all of an action or of a group, or all of the day.
    ///
    /// @param ids null: not these alone
    /// @param action code; null: of every action
    /// @param channel null: of every channel
    /// @param currency null: in every currency
    /// @param upTo null: whatever was written; those that are named were read anyway
    public record Choice(
            @Nullable Collection<Outgoing> ids,
            @Nullable String action,
            @Nullable Channel channel,
            @Nullable String currency,
            Recap.@Nullable UpTo upTo) {

        public static final Choice ALL = new Choice(null, null, null, null, null);

        public static Choice these(Collection<Outgoing> ids) {
            return new Choice(ids, null, null, null, null);
        }

        public static Choice allUpTo(Recap.UpTo upTo) {
            return new Choice(null, null, null, null, upTo);
        }

        public static Choice of(Recap.Key group, Recap.UpTo upTo) {
            return new Choice(null, group.code(), group.channel(), group.currency(), upTo);
        }

        private boolean covers(Outgoing what) {
            return ids != null || upTo == null || upTo.covers(what);
        }
    }

    /// @param done how many
    /// @param newer how many others were written after what the caller has read, and stay as they are
    /// @param notWaiting of those that were named: not of the day, not the caller's, or nothing can be done any
    ///     more
    public record Outcome(int done, int newer, List<LeftOut> leftOut, List<Outgoing> notWaiting) {}

    private final RecapStore store;
    private final StopStore stops;
    private final RecapDays days;
    private final MessageDecisions decisions;
    private final Letters letters;
    private final Clearance clearance;

    Recaps(
            RecapStore store,
            StopStore stops,
            RecapDays days,
            MessageDecisions decisions,
            Letters letters,
            Clearance clearance) {
        this.store = store;
        this.stops = stops;
        this.days = days;
        this.decisions = decisions;
        this.letters = letters;
        this.clearance = clearance;
    }

    /// Empty groups are missing.
    public Recap of(Scope scope, long companyId, LocalDate day) {
        var seen = scope.in(companyId);
        return new Recap(day, store.groups(seen, day), stops.on(seen, day));
    }

    /// The next messages of a group.
    ///
    /// @param after id of the last one before them
    public Recap.Part lines(Scope scope, long companyId, LocalDate day, Recap.Key group, long after) {
        return store.lines(scope.in(companyId), day, group, after);
    }

    /// Days on which something was written or kept back, the latest first.
    public List<Recap.Day> days(Scope scope, long companyId, @Nullable LocalDate before, int limit) {
        return days.latest(scope.in(companyId), before, limit);
    }

    /// Lets messages go that wait for confirmation.
    @Transactional
    public Outcome confirm(SignedIn user, Scope scope, long companyId, LocalDate day, Choice choice) {
        var found = store.ids(scope.in(companyId), day, choice, Set.of(Stand.TO_CONFIRM));
        var all = found.stream().filter(choice::covers).toList();
        var batch = decisions.confirmAll(user, scope, messages(all));
        return new Outcome(batch.done().size(), found.size() - all.size(), batch.leftOut(), notWaiting(choice, found));
    }

    /// Stops messages and letters that have not gone.
    @Transactional
    public Outcome stop(SignedIn user, Scope scope, long companyId, LocalDate day, Choice choice) {
        var open = Set.of(Stand.TO_CONFIRM, Stand.LEAVING, Stand.TO_PRINT);
        var found = store.ids(scope.in(companyId), day, choice, open);
        var all = found.stream().filter(choice::covers).toList();
        clearance.hold(all.stream().map(each -> each.id().customer()).distinct().toList());
        var batch = decisions.cancelAll(user, scope, messages(all));
        var paper = all.stream()
                .filter(each -> each.kind() == Outgoing.Kind.LETTER)
                .map(Outgoing::id)
                .toList();
        var cancelled = paper.isEmpty() ? Set.<RowId>of() : letters.cancelWaiting(user, scope, paper);
        return new Outcome(
                batch.done().size() + cancelled.size(),
                found.size() - all.size(),
                batch.leftOut(),
                notWaiting(choice, found));
    }

    private static List<Outgoing> notWaiting(Choice choice, List<Outgoing> found) {
        var known = Set.copyOf(found);
        return choice.ids() == null
                ? List.of()
                : choice.ids().stream()
                        .distinct()
                        .filter(each -> !known.contains(each))
                        .toList();
    }

    private static List<RowId> messages(List<Outgoing> all) {
        return all.stream()
                .filter(each -> each.kind() == Outgoing.Kind.MESSAGE)
                .map(Outgoing::id)
                .toList();
    }
}
