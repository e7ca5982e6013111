package io.encours.worklist;

import io.encours.worklist.mirror.MirroredCustomer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Groups of the supervisor by action, in the order of the sequence, last the one of what has no action. They
/// are few: a strategy has a dozen actions.
@Component
class ActionGroups {

    private record Question(Selection selection, Presentation presentation, LocalDate today, int inside) {}

    private record Answer(List<ActionGroup> groups, List<CustomerGroups.Inside> customers) {}

    private final Pickers pickers;
    private final CustomerGroups customers;
    private final KeptAnswers<Question, Answer> kept = new KeptAnswers<>();

    ActionGroups(Pickers pickers, CustomerGroups customers) {
        this.pickers = pickers;
        this.customers = customers;
    }

    /// All groups of the selection.
    ///
    /// @param inside so many customers are given with each group, when the presentation has them inside
    List<ActionGroup> of(Selection selection, Presentation presentation, LocalDate today, int inside) {
        var picker = pickers.of(selection);
        var question = new Question(selection, presentation, today, presentation.isNested() ? inside + 1 : 0);
        var answer = kept.of(picker.plan(), question, () -> tallied(picker, question));
        var groups = answer.groups();
        if (!presentation.isNested()) {
            return groups;
        }
        var slices = customers.slices(answer.customers(), presentation, inside, selection.isByPriority());
        var nested = new ArrayList<ActionGroup>();
        for (var index = 0; index < groups.size(); index++) {
            nested.add(groups.get(index).with(slices.get(index)));
        }
        return nested;
    }

    private static Answer tallied(Picker picker, Question question) {
        var tally = new ActionTally(
                picker,
                question.today(),
                question.inside(),
                question.selection().isByPriority() ? Ranking.on(question.today()) : null);
        picker.customers(0, customer -> {
            tally.add(customer);
            return true;
        });
        return new Answer(tally.groups(null, question.presentation()), tally.customers());
    }

    /// Sub-groups of customers, by customer.
    Map<Long, List<ActionGroup>> ofCustomers(
            Selection selection, Presentation presentation, LocalDate today, Collection<Long> customerIds) {
        var picker = pickers.of(selection);
        var groups = new HashMap<Long, List<ActionGroup>>();
        for (var id : customerIds) {
            picker.customer(id).ifPresent(customer -> groups.put(id, of(picker, customer, presentation, today)));
        }
        return groups;
    }

    private static List<ActionGroup> of(
            Picker picker, MirroredCustomer customer, Presentation presentation, LocalDate today) {
        var tally = new ActionTally(picker, today, 0, null);
        tally.add(customer);
        return tally.groups(customer.id(), presentation);
    }
}
