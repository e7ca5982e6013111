package io.encours.correspondence.letter;

import io.encours.correspondence.letter.Account.OpenItem;
import io.encours.correspondence.letter.Refusal.Reason;
import io.encours.strategy.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Whether a customer may be written to, and about what: pure, so that it can be shown and tested.
final class LetterRules {

    private LetterRules() {}

    /// The items of a letter, or why there is none.
    sealed interface Verdict {
        record About(List<OpenItem> items) implements Verdict {}

        record Refused(Reason reason) implements Verdict {}
    }

    static Verdict judge(Account account, LetterOrder order, Purpose purpose, LocalDate today) {
        if (account.customer().unidentified()) {
            return new Verdict.Refused(Reason.UNIDENTIFIED);
        }
        if (!hasAddress(account)) {
            return new Verdict.Refused(Reason.NO_ADDRESS);
        }
        if (purpose.chases() && account.isInsolvent()) {
            return new Verdict.Refused(Reason.INSOLVENT);
        }
        var wanted = wanted(account, order, purpose, today);
        if (wanted.isEmpty()) {
            return new Verdict.Refused(Reason.ITEM_NOT_OPEN);
        }
        var items = wanted.get();
        if (items.isEmpty()) {
            return new Verdict.Refused(Reason.NOTHING_OPEN);
        }
        if (purpose.chases() && items.stream().anyMatch(item -> item.isClaim() && !item.isChased())) {
            return new Verdict.Refused(Reason.NOT_CHASED);
        }
        if (purpose.asksForMoney() && Account.sum(items).signum() <= 0) {
            return new Verdict.Refused(Reason.NOTHING_OPEN);
        }
        return purpose.asksForMoney() && account.isInCredit(today)
                ? new Verdict.Refused(Reason.IN_CREDIT)
                : new Verdict.About(items);
    }

    /// A window shows name, street and place.
    private static boolean hasAddress(Account account) {
        var details = account.customer().details();
        return isThere(details.address()) && isThere(details.city());
    }

    /// Empty when one of the items asked for is not open.
    private static Optional<List<OpenItem>> wanted(
            Account account, LetterOrder order, Purpose purpose, LocalDate today) {
        if (order.items().isEmpty()) {
            return Optional.of(account.open().stream()
                    .filter(item -> purpose == Purpose.STATEMENT
                            || (item.isOverdue(today) && (item.isChased() || !purpose.chases())))
                    .toList());
        }
        var asked = List.copyOf(new java.util.TreeSet<>(order.items()));
        var found = account.open().stream()
                .filter(item -> asked.contains(item.id()))
                .toList();
        return found.size() == asked.size() ? Optional.of(found) : Optional.empty();
    }

    private static boolean isThere(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isBlank();
    }
}
