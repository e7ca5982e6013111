package io.encours.demo;

import io.encours.company.Company;
import io.encours.platform.ActionId;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import io.encours.worklist.PastActions;
import io.encours.worklist.PastActions.PastStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Writes what the collectors did up to yesterday, so that today's supervisor shows a week like any other.
class DemoWork {

    private static final int MOST_STEPS_ON_AN_ITEM = 9;
    /// One customer of so many has a note.
    private static final int NOTED = 5;

    private final PastActions past;
    private final Timeline timeline;
    private final DemoPeople people;

    DemoWork(PastActions past, Timeline timeline, DemoPeople people) {
        this.past = past;
        this.timeline = timeline;
        this.people = people;
    }

    boolean isDone(Company company) {
        return past.areKnown(company.id());
    }

    /// Round by round: what is next on an item depends on what was done before.
    void write(Company company, LocalDate today) {
        var diary = new Diary(today, people, new Dice(company.id() + 77));
        var left = new HashSet<ActionId>();
        var customers = new HashSet<Long>();
        for (var round = 0; round < MOST_STEPS_ON_AN_ITEM; round++) {
            var steps = new ArrayList<PastStep>();
            for (var due : past.dueBy(company.id(), today.minusDays(1))) {
                if (!left.contains(due.action())) {
                    diary.step(due).ifPresentOrElse(steps::add, () -> left.add(due.action()));
                    customers.add(due.action().item().customer());
                }
            }
            if (steps.isEmpty()) {
                break;
            }
            past.record(company.id(), steps);
        }
        customers.stream()
                .sorted()
                .filter(customer -> customer % NOTED == 0)
                .forEach(customer -> timeline.record(note(company, customer, today)));
    }

    private NewEvent note(Company company, long customer, LocalDate today) {
        var dice = new Dice(customer);
        return new NewEvent(
                company.id(),
                customer,
                today.minusDays(dice.between(1, 40)),
                people.signedIn(dice.pick(List.of(DemoPeople.MANAGER, DemoPeople.SECOND_COLLECTOR))),
                EventType.NOTE,
                null,
                dice.pick(DemoWords.NOTES),
                null,
                Map.of(),
                List.of());
    }
}
