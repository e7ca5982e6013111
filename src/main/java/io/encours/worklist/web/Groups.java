package io.encours.worklist.web;

import io.encours.correspondence.inbound.Inbox;
import io.encours.platform.PhoneNumber;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.worklist.ActionGroup;
import io.encours.worklist.ActionRow;
import io.encours.worklist.Presentation;
import io.encours.worklist.Presentation.Level;
import io.encours.worklist.Supervisor;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Groups with the lines that come along. An answer carries a bounded number of lines, so that it stays small whatever
/// the plan holds: short groups come unfolded while there is room, the others are asked for when they are unfolded.
@Component
class Groups {

    static final int GROUPS = 25;
    static final int LINES = 50;
    private static final int ROOM = 80;
    private static final int SHORT = 20;

    /// A page of groups.
    record Part(List<GroupView> groups, @Nullable String more) {}

    private final Supervisor supervisor;
    private final Inbox inbox;

    Groups(Supervisor supervisor, Inbox inbox) {
        this.supervisor = supervisor;
        this.inbox = inbox;
    }

    Part page(Scope scope, FilterForm form, @Nullable String after, Page page) {
        var slice = supervisor.groups(scope, form.filter(), form.presentation(), after, GROUPS);
        var maker = new Maker(scope, form, page, slice.items());
        return new Part(maker.views(slice.items(), 1), following("/supervisor/groups", form, null, slice.next()));
    }

    Part inside(Scope scope, FilterForm form, String parent, @Nullable String after, Page page) {
        var slice = supervisor.subgroups(scope, form.filter(), form.presentation(), parent, after, LINES);
        var maker = new Maker(scope, form, page, slice.items());
        return new Part(maker.views(slice.items(), 2), following("/supervisor/subgroups", form, parent, slice.next()));
    }

    Slice<LineView> lines(Scope scope, FilterForm form, String group, @Nullable String after, Page page) {
        var slice = supervisor.rows(scope, form.filter(), form.presentation(), group, after, LINES);
        return new Slice<>(
                new Maker(scope, form, page, List.of()).lines(slice.items()),
                following("/supervisor/lines", form, group, slice.next()));
    }

    private static @Nullable String following(
            String path, FilterForm form, @Nullable String group, @Nullable String cursor) {
        return cursor == null
                ? null
                : form.address()
                        .at(path)
                        .with("group", group)
                        .with("cursor", cursor)
                        .toString();
    }

    private static boolean tellsCustomer(Presentation presentation) {
        return presentation.groups() == Level.CUSTOMER || presentation.inside() == Level.CUSTOMER;
    }

    private final class Maker {

        private final Scope scope;
        private final FilterForm form;
        private final Page page;
        private final Map<Long, LocalDate> answered;
        private int room = ROOM;

        Maker(Scope scope, FilterForm form, Page page, List<ActionGroup> groups) {
            this.scope = scope;
            this.form = form;
            this.page = page;
            this.answered = inbox.unread(groups.stream()
                    .flatMap(group -> Stream.concat(Stream.of(group), group.groups().stream()))
                    .flatMap(group -> group.customer().stream())
                    .map(ActionGroup.Customer::id)
                    .toList());
        }

        List<GroupView> views(List<ActionGroup> groups, int level) {
            if (holdsGroups(level)) {
                return groups.stream().map(this::outer).toList();
            }
            if (level == 2) {
                return groups.stream().map(group -> folded(group, level)).toList();
            }
            return byCustomer() ? customers(groups) : actions(groups);
        }

        /// Short groups come unfolded while there is room; their lines are read together.
        private List<GroupView> customers(List<ActionGroup> groups) {
            var unfolded = new HashSet<Long>();
            for (var group : groups) {
                if (group.lines() <= Math.min(SHORT, room)) {
                    room -= group.lines();
                    unfolded.add(customerOf(group));
                }
            }
            var rows = supervisor.rowsOfCustomers(scope, form.filter(), form.presentation(), List.copyOf(unfolded));
            return groups.stream()
                    .map(group -> unfolded.contains(customerOf(group))
                            ? unfolded(group, new Slice<>(rows.getOrDefault(customerOf(group), List.of()), null))
                            : folded(group, 1))
                    .toList();
        }

        /// The first action comes unfolded, with as many lines as a page has.
        private List<GroupView> actions(List<ActionGroup> groups) {
            return groups.stream()
                    .map(group -> group.key().equals(groups.getFirst().key())
                            ? unfolded(
                                    group,
                                    supervisor.rows(
                                            scope, form.filter(), form.presentation(), group.key(), null, LINES))
                            : folded(group, 1))
                    .toList();
        }

        private static Long customerOf(ActionGroup group) {
            return group.customer().orElseThrow().id();
        }

        private boolean holdsGroups(int level) {
            return level == 1 && form.presentation().isNested();
        }

        private GroupView outer(ActionGroup group) {
            var given = group.groups();
            var open = !given.isEmpty() && given.size() <= room;
            room -= open ? given.size() : 0;
            return view(
                    group,
                    1,
                    open,
                    form.address().at("/supervisor/subgroups").with("group", group.key()),
                    open ? following("/supervisor/subgroups", form, group.key(), group.next()) : null,
                    List.of(),
                    open ? given.stream().map(inside -> folded(inside, 2)).toList() : List.of());
        }

        private GroupView unfolded(ActionGroup group, Slice<ActionRow> rows) {
            return view(
                    group,
                    1,
                    true,
                    linesOf(group),
                    following("/supervisor/lines", form, group.key(), rows.next()),
                    lines(rows.items()),
                    List.of());
        }

        private GroupView folded(ActionGroup group, int level) {
            return view(group, level, false, linesOf(group), null, List.of(), List.of());
        }

        List<LineView> lines(List<ActionRow> rows) {
            var told = tellsCustomer(form.presentation());
            return rows.stream().map(row -> Lines.of(row, told, page)).toList();
        }

        private Address linesOf(ActionGroup group) {
            return form.address().at("/supervisor/lines").with("group", group.key());
        }

        private boolean byCustomer() {
            return form.presentation().groups() == Level.CUSTOMER;
        }

        private GroupView view(
                ActionGroup group,
                int level,
                boolean open,
                Address content,
                @Nullable String more,
                List<LineView> lines,
                List<GroupView> groups) {
            var customer = group.customer().orElse(null);
            var total = group.total();
            return new GroupView(
                    group.key(),
                    level,
                    group.label().isEmpty() ? page.t("worklist.withoutAction") : group.label(),
                    customer == null ? null : customer.code(),
                    customer == null ? null : Lines.path(customer.company(), customer.code()),
                    customer == null ? "strategy" : null,
                    group.count(),
                    group.lines(),
                    group.late(),
                    total == null ? java.math.BigDecimal.ZERO : total.amount(),
                    customer == null
                            ? null
                            : PhoneNumber.of(customer.phone(), customer.country())
                                    .orElse(null),
                    customer == null ? null : answered.get(customer.id()),
                    open,
                    content.toString(),
                    more,
                    lines,
                    groups);
        }
    }
}
