package io.encours.worklist.web;

import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.receivable.ItemKind;
import io.encours.worklist.ActionRow;
import io.encours.worklist.Colour;
import io.encours.worklist.ItemView;
import io.encours.worklist.PriorityWords;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines in words.
final class Lines {

    private Lines() {}

    static LineView of(ActionRow row, boolean customerIsTold, Page page) {
        var action = row.action().orElse(null);
        var customer = row.customer();
        return new LineView(
                row.item().toString(),
                document(row.document(), page),
                kind(row.kind(), page),
                path(customer.company(), customer.code()),
                customerIsTold ? null : customer.name(),
                row.documentDate(),
                row.dueDate(),
                lateness(row.colour(), row.daysLate(), page),
                row.amount().amount(),
                row.colour().name(),
                row.paymentMethod(),
                action == null
                        ? null
                        : page.t("strategy.stage." + action.stage().name()),
                action == null ? null : action.id().toString(),
                action == null ? null : action.code(),
                action == null ? null : action.label(),
                action == null ? null : action.type().icon(),
                action == null ? null : action.date(),
                action == null ? null : held(action.heldUntil(), page),
                action == null ? 0 : late(action.date(), page.today()),
                action == null ? page.t("worklist.reason.CREDIT") : null,
                null,
                row.priority()
                        .map(priority -> page.t(
                                "worklist.priority.factor", page.formats().decimal(priority.factor())))
                        .orElse(null),
                row.priority().stream()
                        .flatMap(priority -> priority.reasons().stream())
                        .map(reason -> PriorityWords.of(reason, page.formats(), page::t))
                        .toList());
    }

    static LineView of(ItemView item, Page page) {
        var next = item.next().orElse(null);
        return new LineView(
                item.id().toString(),
                document(item.document(), page),
                kind(item.kind(), page),
                path(item.company(), item.customer()),
                null,
                item.documentDate(),
                item.dueDate(),
                lateness(item.colour(), (int) ChronoUnit.DAYS.between(item.dueDate(), page.today()), page),
                item.remaining().amount(),
                item.colour().name(),
                item.paymentMethod(),
                next == null ? null : page.t("strategy.stage." + next.stage().name()),
                next == null ? null : next.id().toString(),
                next == null ? null : next.code(),
                next == null ? null : next.label(),
                next == null ? null : next.type().icon(),
                next == null ? null : next.date(),
                next == null ? null : held(next.heldUntil(), page),
                next == null ? 0 : late(next.date(), page.today()),
                item.noActionReason().map(reason -> page.t(reason.messageKey())).orElse(null),
                null,
                null,
                List.of());
    }

    static String document(String document, Page page) {
        return document.isBlank() ? page.t("worklist.page.noDocument") : document;
    }

    static @Nullable String kind(ItemKind kind, Page page) {
        return kind == ItemKind.INVOICE ? null : page.t("receivable.kind." + kind.name());
    }

    static String path(String company, String customer) {
        return "/customers/" + Address.part(company) + "/" + Address.part(customer);
    }

    /// Null: it is not put off, or the day is over.
    static @Nullable String held(@Nullable LocalDate until, Page page) {
        return until == null || until.isBefore(page.today())
                ? null
                : page.t("worklist.page.heldUntil", page.date(until));
    }

    /// Days since the date of an action; 0 when it is not past.
    static long late(LocalDate date, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(date, today));
    }

    private static String lateness(Colour colour, int days, Page page) {
        return switch (colour) {
            case RED -> "";
            case BLUE, BLACK ->
                days == 0
                        ? page.t("worklist.page.dueToday")
                        : page.t(days > 0 ? "worklist.page.daysPast" : "worklist.page.daysToGo", Math.abs(days));
        };
    }
}
