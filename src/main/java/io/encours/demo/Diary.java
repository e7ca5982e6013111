package io.encours.demo;

import io.encours.identity.SignedIn;
import io.encours.worklist.Outcome;
import io.encours.worklist.PastActions.Due;
import io.encours.worklist.PastActions.Fate;
import io.encours.worklist.PastActions.PastStep;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of each step: nearly all were done on their day or soon after it, some were skipped, and what was left
/// in
/// the last days is late today.
final class Diary {

    private static final int LATE_DAYS = 12;

    private final LocalDate today;
    private final DemoPeople people;
    private final Dice dice;
    private final Map<Long, SignedIn> authors = new HashMap<>();
    private final SignedIn manager;

    Diary(LocalDate today, DemoPeople people, Dice dice) {
        this.today = today;
        this.people = people;
        this.dice = dice;
        this.manager = people.signedIn(DemoPeople.MANAGER);
    }

    /// Empty: not done yet.
    Optional<PastStep> step(Due due) {
        var day = Dice.weekday(due.actionDate().plusDays(dice.percent(75) ? 0 : dice.between(1, 4)));
        var isRecent = due.actionDate().isAfter(today.minusDays(LATE_DAYS));
        if (!day.isBefore(today) || (isRecent && dice.percent(30))) {
            return Optional.empty();
        }
        if (dice.percent(6)) {
            return Optional.of(
                    new PastStep(due.action(), Fate.SKIPPED, day, author(due), null, dice.pick(DemoWords.WHY_SKIPPED)));
        }
        var outcome = due.type().equals("PHONE") ? outcome() : null;
        return Optional.of(new PastStep(due.action(), Fate.DONE, day, author(due), outcome, comment(outcome)));
    }

    private SignedIn author(Due due) {
        return due.agentId() == null ? manager : authors.computeIfAbsent(due.agentId(), people::signedIn);
    }

    private Outcome outcome() {
        var share = dice.between(0, 99);
        if (share < 40) {
            return Outcome.REACHED;
        }
        if (share < 62) {
            return Outcome.NO_ANSWER;
        }
        if (share < 75) {
            return Outcome.MESSAGE_LEFT;
        }
        return share < 90 ? Outcome.PROMISED : dice.pick(List.of(Outcome.ALREADY_PAID, Outcome.DISPUTES));
    }

    private String comment(@Nullable Outcome outcome) {
        if (outcome != null) {
            return dice.pick(DemoWords.ofCall(outcome));
        }
        return dice.percent(20) ? dice.pick(DemoWords.OF_OTHERS) : "";
    }
}
