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
        if (chases(purpose) && account.isInsolvent()) {
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
        if (chases(purpose) && items.stream().anyMatch(item -> item.isClaim() && !item.isChased())) {
            return new Verdict.Refused(Reason.NOT_CHASED);
        }
        if (asksForMoney(purpose) && Account.sum(items).signum() <= 0) {
            return new Verdict.Refused(Reason.NOTHING_OPEN);
        }
        return asksForMoney(purpose) && isInCredit(account, today)
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
                            || (item.isOverdue(today) && (item.isChased() || !chases(purpose))))
                    .toList());
        }
        var asked = List.copyOf(new java.util.TreeSet<>(order.items()));
        var found = account.open().stream()
                .filter(item -> asked.contains(item.id()))
                .toList();
        return found.size() == asked.size() ? Optional.of(found) : Optional.empty();
    }

    /// An announcement may be about a direct debit or a bill.
    private static boolean chases(Purpose purpose) {
        return switch (purpose) {
            case REMINDER, FORMAL_NOTICE -> true;
            case ANNOUNCEMENT, STATEMENT, CONFIRMATION, OTHER -> false;
        };
    }

    private static boolean asksForMoney(Purpose purpose) {
        return switch (purpose) {
            case ANNOUNCEMENT, REMINDER, FORMAL_NOTICE -> true;
            case STATEMENT, CONFIRMATION, OTHER -> false;
        };
    }

    /// Before anything is overdue the account as a whole counts.
    private static boolean isInCredit(Account account, LocalDate today) {
        var overdue = account.overdue(today);
        return overdue.signum() > 0
                ? account.credits().compareTo(overdue) >= 0
                : account.balance().signum() <= 0;
    }

    private static boolean isThere(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isBlank();
    }
}
