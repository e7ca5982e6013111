package io.encours.worklist;

import io.encours.worklist.CustomerGroups.Found;
import io.encours.worklist.mirror.MirroredCustomer;
import io.encours.worklist.mirror.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds lines up by action, in one pass over them.
final class ActionTally {

    private static final Comparator<Adding> IN_SEQUENCE = Comparator.comparing(Adding::isWithoutAction)
            .thenComparingInt(group -> group.position)
            .thenComparing(group -> group.code);

    private static final Comparator<Found> MOST_URGENT_FIRST = Comparator.<Found>comparingLong(
                    found -> found.sum().score())
            .reversed()
            .thenComparingLong(found -> found.customer().id());

    /// Sorting now and then costs less than keeping them in order.
    private static final int MANY_TIMES = 4;

    /// A group while it is added up.
    private static final class Adding {

        private final String code;
        private final Sum sum;
        private final List<Found> customers = new ArrayList<>();
        private String label = "";
        private int position = Integer.MAX_VALUE;

        Adding(String code, LocalDate today) {
            this.code = code;
            this.sum = new Sum(today);
        }

        /// Of several strategies with the action, each may call it otherwise.
        void name(Step step) {
            position = Math.min(position, step.position());
            if (step.label() != null && step.label().compareTo(label) > 0) {
                label = step.label();
            }
        }

        boolean isWithoutAction() {
            return code.equals(GroupKey.WITHOUT_ACTION);
        }
    }

    private final Picker picker;
    private final LocalDate today;
    private final int inside;
    private final @Nullable Ranking ranking;
    private final List<Step> steps;
    private final Adding[] groupOf;
    private final boolean[] used;

    /// @param inside so many customers are kept of each group
    /// @param ranking which customers these are: the most urgent; null: the first by name
    ActionTally(Picker picker, LocalDate today, int inside, @Nullable Ranking ranking) {
        this.ranking = ranking;
        this.picker = picker;
        this.today = today;
        this.inside = inside;
        this.steps = picker.steps();
        this.groupOf = new Adding[steps.size()];
        this.used = new boolean[steps.size()];
        var byCode = new HashMap<String, Adding>();
        for (var number = 0; number < groupOf.length; number++) {
            var code = steps.get(number).code();
            groupOf[number] = byCode.computeIfAbsent(
                    code == null ? GroupKey.WITHOUT_ACTION : code, key -> new Adding(key, today));
        }
    }

    /// Adds the lines of the customer that were just picked.
    void add(MirroredCustomer customer) {
        picker.lines(line -> {
            var number = customer.step(line);
            var step = steps.get(number);
            var group = groupOf[number];
            used[number] = true;
            group.sum.add(customer, line, step);
            if (inside > 0) {
                addInside(group, customer, line, step);
            }
        });
    }

    private void addInside(Adding group, MirroredCustomer customer, int line, Step step) {
        var known = group.customers;
        if (known.isEmpty() || known.getLast().customer() != customer) {
            if (ranking != null && known.size() >= MANY_TIMES * inside) {
                keepMostUrgent(known);
            } else if (ranking == null && known.size() == inside) {
                return;
            }
            known.add(new Found(customer, new Sum(today)));
        }
        var sum = known.getLast().sum();
        sum.add(customer, line, step);
        if (ranking != null) {
            sum.add(ranking.score(customer, line, step));
        }
    }

    private void keepMostUrgent(List<Found> known) {
        known.sort(MOST_URGENT_FIRST);
        if (known.size() > inside) {
            known.subList(inside, known.size()).clear();
        }
    }

    /// In the order of the sequence.
    List<ActionGroup> groups(@Nullable Long customer, Presentation presentation) {
        return inSequence().stream()
                .map(group -> new ActionGroup(
                        new GroupKey(customer, group.code).text(presentation),
                        group.label,
                        group.sum.actions(),
                        group.sum.lines(),
                        group.sum.late(),
                        group.sum.total(),
                        Optional.empty(),
                        List.of(),
                        null))
                .toList();
    }

    /// The first customers of each group, in the same order.
    List<CustomerGroups.Inside> customers() {
        var groups = inSequence();
        if (ranking != null) {
            groups.forEach(group -> keepMostUrgent(group.customers));
        }
        return groups.stream()
                .map(group -> new CustomerGroups.Inside(group.code, group.customers))
                .toList();
    }

    private List<Adding> inSequence() {
        var met = new ArrayList<Adding>();
        for (var number = 0; number < used.length; number++) {
            if (used[number]) {
                groupOf[number].name(steps.get(number));
                if (!met.contains(groupOf[number])) {
                    met.add(groupOf[number]);
                }
            }
        }
        met.sort(IN_SEQUENCE);
        return met;
    }
}
