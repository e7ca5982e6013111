package io.encours.worklist;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.worklist.Presentation.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The supervisor (*superviseur d'actions de recouvrement*): what there is to do, in six presentations (S1–S4).
/// Reads only. Groups, the lines of a group, and the totals are separate questions, each quick on its own.
///
/// Credits are listed beside the actions of their customer, netted in totals, and not counted as actions (S4). In
/// presentations by action they are the last group.
///
/// The order by priority is of one currency: of companies of several, one has to be named.
///
/// What is in a group and what it adds up to is said by the mirror of the plan (`worklist.mirror`); what is
/// shown is then read by its keys.
@Service
public class Supervisor {

    /// Sub-groups given with their group; further ones are asked for with the group as parent.
    private static final int FIRST_SUBGROUPS = 20;

    private final CustomerGroups customers;
    private final ActionGroups actions;
    private final ActionRows rows;
    private final BusinessDate businessDate;
    private final Companies companies;

    Supervisor(
            CustomerGroups customers,
            ActionGroups actions,
            ActionRows rows,
            BusinessDate businessDate,
            Companies companies) {
        this.companies = companies;
        this.customers = customers;
        this.actions = actions;
        this.rows = rows;
        this.businessDate = businessDate;
    }

    /// A page of groups, each with the first of its sub-groups when the presentation has two levels. Customers are
    /// ordered
    /// by name, actions by their place in the sequence.
    ///
    /// @param cursor `next` of the page before; only groups by customer are paged
    public Slice<ActionGroup> groups(
            Scope scope, Filter filter, Presentation presentation, @Nullable String cursor, int limit) {
        var selection = comparable(scope, filter, Selection.ALL);
        if (presentation.groups() == Level.ACTION) {
            return new Slice<>(actions.of(selection, presentation, today(), FIRST_SUBGROUPS), null);
        }
        var page = customers.page(selection, presentation, today(), cursor, limit);
        if (!presentation.isNested()) {
            return page;
        }
        var inside = actions.ofCustomers(
                selection,
                presentation,
                today(),
                page.items().stream()
                        .map(group -> group.customer().orElseThrow().id())
                        .toList());
        return new Slice<>(
                page.items().stream()
                        .map(group -> group.with(new Slice<>(
                                inside.getOrDefault(
                                        group.customer().orElseThrow().id(), List.of()),
                                null)))
                        .toList(),
                page.next());
    }

    /// Further sub-groups of a group.
    ///
    /// @param parent key of a group of a presentation with two levels
    public Slice<ActionGroup> subgroups(
            Scope scope, Filter filter, Presentation presentation, String parent, @Nullable String cursor, int limit) {
        var selection = comparable(scope, filter, GroupKey.parse(presentation, parent));
        return switch (presentation.inside()) {
            case CUSTOMER -> customers.page(selection, presentation, today(), cursor, limit);
            case ACTION -> {
                var customer = selection.group().customer();
                yield customer == null
                        ? new Slice<>(List.of(), null)
                        : new Slice<>(
                                actions.ofCustomers(selection, presentation, today(), List.of(customer))
                                        .getOrDefault(customer, List.of()),
                                null);
            }
            case ITEM -> new Slice<>(List.of(), null);
        };
    }

    /// Lines of a group or of a sub-group, in the order of the presentation.
    public Slice<ActionRow> rows(
            Scope scope, Filter filter, Presentation presentation, String group, @Nullable String cursor, int limit) {
        var selection = comparable(scope, filter, GroupKey.parse(presentation, group));
        return rows.page(selection, presentation, today(), cursor, limit);
    }

    /// All lines of these customers, by customer, in the order of the presentation: for groups that come unfolded.
    public Map<Long, List<ActionRow>> rowsOfCustomers(
            Scope scope, Filter filter, Presentation presentation, List<Long> customers) {
        return customers.isEmpty()
                ? Map.of()
                : rows.ofCustomers(comparable(scope, filter, Selection.ALL), presentation, today(), customers);
    }

    /// What the whole selection adds up to.
    public Totals totals(Scope scope, Filter filter) {
        return rows.totals(new Selection(scope, filter, Selection.ALL), today());
    }

    /// What a group adds up to.
    public Totals totals(Scope scope, Filter filter, Presentation presentation, String group) {
        return rows.totals(new Selection(scope, filter, GroupKey.parse(presentation, group)), today());
    }

    /// By priority amounts are compared, which those of two currencies cannot be (S9).
    private Selection comparable(Scope scope, Filter filter, GroupKey group) {
        var selection = new Selection(scope, filter, group);
        if (selection.isByPriority() && filter.customers().company() == null) {
            var currencies = companies.within(scope).stream()
                    .map(Company::currency)
                    .distinct()
                    .sorted()
                    .toList();
            if (currencies.size() > 1) {
                throw Problem.refused("worklist.problem.currencies", String.join(", ", currencies));
            }
        }
        return selection;
    }

    private LocalDate today() {
        return businessDate.today();
    }
}
