package io.encours.worklist.web;

import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.worklist.ActionGroup;
import io.encours.worklist.ActionRow;
import io.encours.worklist.Presentation;
import io.encours.worklist.Presentation.Level;
import io.encours.worklist.Supervisor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Groups with the lines that come along. An answer carries a bounded number of lines, so that it stays small whatever
/// the plan holds: short groups come unfolded while there is room, the others are asked for when they are unfolded.
@Component
class Groups {

    static final int GROUPS = 25;
    static final int LINES = 50;
    private static final int ROOM = 100;
    private static final int SHORT = 20;

    /// A page of groups.
    record Part(List<GroupView> groups, @Nullable String more) {}

    private final Supervisor supervisor;

    Groups(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    Part page(Scope scope, FilterForm form, @Nullable String after, Page page) {
        var slice = supervisor.groups(scope, form.filter(), form.presentation(), after, GROUPS);
        var maker = new Maker(scope, form, page);
        return new Part(maker.views(slice.items(), 1), following("/supervisor/groups", form, null, slice.next()));
    }

    Part inside(Scope scope, FilterForm form, String parent, @Nullable String after, Page page) {
        var slice = supervisor.subgroups(scope, form.filter(), form.presentation(), parent, after, LINES);
        var maker = new Maker(scope, form, page);
        return new Part(maker.views(slice.items(), 2), following("/supervisor/subgroups", form, parent, slice.next()));
    }

    Slice<LineView> lines(Scope scope, FilterForm form, String group, @Nullable String after, Page page) {
        var slice = supervisor.rows(scope, form.filter(), form.presentation(), group, after, LINES);
        return new Slice<>(
                new Maker(scope, form, page).lines(slice.items()),
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
        private int room = ROOM;

        Maker(Scope scope, FilterForm form, Page page) {
            this.scope = scope;
            this.form = form;
            this.page = page;
        }

        List<GroupView> views(List<ActionGroup> groups, int level) {
            var views = new ArrayList<GroupView>();
            for (var group : groups) {
                views.add(holdsGroups(level) ? outer(group) : inner(group, level));
            }
            return views;
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
                    open ? given.stream().map(this::folded).toList() : List.of());
        }

        private GroupView inner(ActionGroup group, int level) {
            if (level == 2 || group.lines() > (byCustomer() ? Math.min(SHORT, room) : room)) {
                return folded(group, level);
            }
            room -= group.lines();
            var rows = supervisor.rows(scope, form.filter(), form.presentation(), group.key(), null, LINES);
            return view(
                    group,
                    level,
                    true,
                    linesOf(group),
                    following("/supervisor/lines", form, group.key(), rows.next()),
                    lines(rows.items()),
                    List.of());
        }

        private GroupView folded(ActionGroup group) {
            return folded(group, 2);
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
                    customer == null ? null : customer.phone(),
                    open,
                    content.toString(),
                    more,
                    lines,
                    groups);
        }
    }
}
