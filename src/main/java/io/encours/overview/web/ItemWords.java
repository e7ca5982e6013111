package io.encours.overview.web;

import io.encours.platform.web.Address;
import io.encours.platform.web.Columns;
import io.encours.platform.web.Page;
import io.encours.receivable.ItemKind;
import io.encours.worklist.Colour;
import io.encours.worklist.ItemView;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// An item in words, for templates.
public record ItemWords() {

    /// Columns of the items of one customer.
    public static final Columns OF_A_CUSTOMER = Columns.of("receivables")
            .usual("date", "overview.items.date")
            .usual("due", "overview.items.due")
            .usual("late", "overview.items.lateness")
            .further("method", "worklist.page.paymentMethod")
            .further("account", "worklist.page.controlAccount")
            .usual("original", "overview.items.original")
            .usual("action", "overview.items.next");

    /// Columns of the items of all customers.
    public static final Columns OF_ALL = Columns.of("items")
            .further("date", "overview.items.date")
            .usual("due", "overview.items.due")
            .usual("late", "overview.items.lateness")
            .further("method", "worklist.page.paymentMethod")
            .further("account", "worklist.page.controlAccount")
            .further("original", "overview.items.original")
            .usual("action", "overview.items.next");

    /// Columns of the items a figure of what was invoiced or received is made of: what they were counts.
    public static final Columns OF_A_FIGURE = Columns.of("figure-items")
            .usual("date", "overview.items.date")
            .usual("due", "overview.items.due")
            .further("late", "overview.items.lateness")
            .further("method", "worklist.page.paymentMethod")
            .further("account", "worklist.page.controlAccount")
            .usual("original", "overview.items.original")
            .further("action", "overview.items.next");

    public static String document(ItemView item, Page page) {
        return item.document().isBlank() ? page.t("worklist.page.noDocument") : item.document();
    }

    /// What it is; an invoice goes without saying.
    public static String kind(ItemView item, Page page) {
        return item.kind() == ItemKind.INVOICE
                ? ""
                : page.t("receivable.kind." + item.kind().name());
    }

    public static String path(ItemView item) {
        return "/customers/" + Address.part(item.company()) + "/" + Address.part(item.customer());
    }

    /// Days since the due date of a claim.
    public static String lateness(ItemView item, Page page) {
        if (item.colour() == Colour.RED || item.state() == ItemView.State.SETTLED) {
            return "";
        }
        var days = ChronoUnit.DAYS.between(item.dueDate(), page.today());
        return days == 0
                ? page.t("worklist.page.dueToday")
                : page.t(days > 0 ? "worklist.page.daysPast" : "worklist.page.daysToGo", Math.abs(days));
    }

    /// Days the next action is late; 0: it is not.
    public static long late(ItemView item, Page page) {
        return item.next()
                .map(next -> Math.max(0, ChronoUnit.DAYS.between(next.date(), page.today())))
                .orElse(0L);
    }

    /// Until when the next action was put off; null: it was not, or the day is over.
    public static @Nullable String held(ItemView item, Page page) {
        return item.next()
                .map(ItemView.Next::heldUntil)
                .filter(until -> !until.isBefore(page.today()))
                .map(until -> page.t("worklist.page.heldUntil", page.date(until)))
                .orElse(null);
    }

    public static String icon(ItemView item) {
        return item.next().map(next -> next.type().icon()).orElse("items");
    }
}
