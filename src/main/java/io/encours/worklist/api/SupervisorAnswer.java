package io.encours.worklist.api;

import io.encours.platform.Money;
import io.encours.platform.Slice;
import io.encours.worklist.ActionGroup;
import io.encours.worklist.ActionRow;
import io.encours.worklist.Priority;
import io.encours.worklist.Totals;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The supervisor as the API writes it. Amounts are decimals; a total is null when it would add several currencies.
///
/// @param items only when a group is asked for; `groups` is empty then
record SupervisorAnswer(
        List<GroupAnswer> groups,
        @Nullable List<RowAnswer> items,
        @Nullable String next,
        int count,
        int late,
        @Nullable String total,
        @Nullable String currency) {

    /// @param groups the first sub-groups; null: the presentation has none
    record GroupAnswer(
            String key,
            String label,
            int count,
            int lines,
            int late,
            @Nullable String total,
            @Nullable String currency,
            @Nullable String company,
            @Nullable String customer,
            @Nullable List<GroupAnswer> groups,
            @Nullable String next) {}

    record RowAnswer(
            String id,
            String company,
            String customer,
            String customerName,
            @Nullable String agent,
            String document,
            String kind,
            LocalDate documentDate,
            LocalDate dueDate,
            int daysLate,
            @Nullable String paymentMethod,
            String controlAccount,
            String remaining,
            String currency,
            String colour,
            @Nullable ActionAnswer nextAction,
            @Nullable PriorityAnswer priority) {}

    /// @param score for comparing only
    record PriorityAnswer(long score, List<ReasonAnswer> reasons) {}

    /// @param value an amount, else days
    record ReasonAnswer(Priority.Kind code, String value, String factor, String message) {}

    record ActionAnswer(
            String id,
            String code,
            String label,
            String type,
            String stage,
            LocalDate date,
            LocalDate theoreticalDate,
            @Nullable LocalDate heldUntil,
            boolean late) {}

    static SupervisorAnswer ofGroups(Slice<ActionGroup> groups, Totals totals, String withoutAction) {
        var answers =
                groups.items().stream().map(group -> of(group, withoutAction)).toList();
        return of(answers, null, groups.next(), totals);
    }

    static SupervisorAnswer ofRows(Slice<ActionRow> rows, Totals totals, Function<Priority.Reason, String> words) {
        return of(List.of(), rows.items().stream().map(row -> of(row, words)).toList(), rows.next(), totals);
    }

    private static SupervisorAnswer of(
            List<GroupAnswer> groups, @Nullable List<RowAnswer> items, @Nullable String next, Totals totals) {
        return new SupervisorAnswer(
                groups, items, next, totals.count(), totals.late(), plain(totals.total()), currency(totals.total()));
    }

    private static GroupAnswer of(ActionGroup group, String withoutAction) {
        var inside =
                group.groups().stream().map(each -> of(each, withoutAction)).toList();
        return new GroupAnswer(
                group.key(),
                group.label().isEmpty() ? withoutAction : group.label(),
                group.count(),
                group.lines(),
                group.late(),
                plain(group.total()),
                currency(group.total()),
                group.customer().map(ActionGroup.Customer::company).orElse(null),
                group.customer().map(ActionGroup.Customer::code).orElse(null),
                inside.isEmpty() ? null : inside,
                group.next());
    }

    private static RowAnswer of(ActionRow row, Function<Priority.Reason, String> words) {
        return new RowAnswer(
                row.item().toString(),
                row.customer().company(),
                row.customer().code(),
                row.customer().name(),
                row.customer().agent(),
                row.document(),
                row.kind().name(),
                row.documentDate(),
                row.dueDate(),
                row.daysLate(),
                row.paymentMethod(),
                row.controlAccount(),
                row.amount().plain(),
                row.amount().currency().getCurrencyCode(),
                row.colour().name(),
                row.action().map(SupervisorAnswer::of).orElse(null),
                row.priority().map(priority -> of(priority, words)).orElse(null));
    }

    private static PriorityAnswer of(Priority priority, Function<Priority.Reason, String> words) {
        return new PriorityAnswer(
                priority.score(),
                priority.reasons().stream()
                        .map(reason -> new ReasonAnswer(
                                reason.kind(),
                                reason.value().toPlainString(),
                                reason.factor().toPlainString(),
                                words.apply(reason)))
                        .toList());
    }

    private static ActionAnswer of(ActionRow.Action action) {
        return new ActionAnswer(
                action.id().toString(),
                action.code(),
                action.label(),
                action.type().name(),
                action.stage().name(),
                action.date(),
                action.theoreticalDate(),
                action.heldUntil(),
                action.late());
    }

    private static @Nullable String plain(@Nullable Money money) {
        return money == null ? null : money.plain();
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency().getCurrencyCode();
    }
}
