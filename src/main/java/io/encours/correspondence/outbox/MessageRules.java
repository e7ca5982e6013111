package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.correspondence.letter.Account;
import io.encours.correspondence.letter.Account.OpenItem;
import io.encours.correspondence.outbox.Composer.Order;
import io.encours.correspondence.outbox.MessageRefusal.Reason;
import io.encours.strategy.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whether a customer may be written to, where, and about what: pure, so that it can be shown and tested.
final class MessageRules {

    private MessageRules() {}

    /// What is written about and to whom, or why nothing is.
    sealed interface Verdict {
        record About(Account account, String recipient, List<OpenItem> items) implements Verdict {}

        record Refused(MessageRefusal refusal) implements Verdict {}
    }

    /// @param account null: there is no such customer
    static Verdict judge(@Nullable Account account, Order order, Channel channel, Purpose purpose, LocalDate today) {
        if (account == null) {
            return unknown(order);
        }
        var reachable = reachable(account, channel);
        if (reachable instanceof Verdict.Refused) {
            return reachable;
        }
        if (purpose.chases() && account.isInsolvent()) {
            return refused(account, Reason.INSOLVENT);
        }
        var wanted = wanted(account, order, purpose, today);
        if (wanted.isEmpty()) {
            return refused(account, Reason.ITEM_NOT_OPEN);
        }
        if (wanted.get().isEmpty()) {
            return refused(account, Reason.NOTHING_OPEN);
        }
        if (purpose.chases() && wanted.get().stream().anyMatch(item -> item.isClaim() && !item.isChased())) {
            return refused(account, Reason.NOT_CHASED);
        }
        return purpose.asksForMoney() && account.isInCredit(today)
                ? refused(account, Reason.IN_CREDIT)
                : about(account, channel, wanted.get());
    }

    /// In a person's own words: they may be about nothing, and to one who owes nothing.
    static Verdict judgeWords(@Nullable Account account, Order order, Channel channel) {
        if (account == null) {
            return unknown(order);
        }
        var reachable = reachable(account, channel);
        if (reachable instanceof Verdict.Refused) {
            return reachable;
        }
        return named(account, order)
                .map(items -> about(account, channel, items))
                .orElseGet(() -> refused(account, Reason.ITEM_NOT_OPEN));
    }

    private static Verdict reachable(Account account, Channel channel) {
        if (account.customer().unidentified()) {
            return refused(account, Reason.UNIDENTIFIED);
        }
        return recipient(account, channel).isEmpty()
                ? refused(account, channel == Channel.SMS ? Reason.NO_PHONE : Reason.NO_EMAIL)
                : about(account, channel, List.of());
    }

    private static Optional<String> recipient(Account account, Channel channel) {
        var details = account.customer().details();
        return Recipients.of(channel, channel == Channel.SMS ? details.phone() : details.email(), details.country());
    }

    /// Empty when one of the items asked for is not open.
    private static Optional<List<OpenItem>> wanted(Account account, Order order, Purpose purpose, LocalDate today) {
        return order.items().isEmpty()
                ? Optional.of(account.open().stream()
                        .filter(item -> purpose == Purpose.STATEMENT
                                || (item.isOverdue(today) && (item.isChased() || !purpose.chases())))
                        .toList())
                : named(account, order);
    }

    private static Optional<List<OpenItem>> named(Account account, Order order) {
        var asked = new TreeSet<>(order.items());
        var found = account.open().stream()
                .filter(item -> asked.contains(item.id()))
                .toList();
        return found.size() == asked.size() ? Optional.of(found) : Optional.empty();
    }

    private static Verdict about(Account account, Channel channel, List<OpenItem> items) {
        return new Verdict.About(account, recipient(account, channel).orElseThrow(), items);
    }

    private static Verdict unknown(Order order) {
        return new Verdict.Refused(new MessageRefusal(order.customerId(), "", "", Reason.UNKNOWN_CUSTOMER));
    }

    private static Verdict refused(Account account, Reason reason) {
        return new Verdict.Refused(MessageRefusal.of(account.customer(), reason));
    }
}
