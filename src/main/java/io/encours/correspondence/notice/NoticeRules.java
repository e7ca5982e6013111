package io.encours.correspondence.notice;

import io.encours.platform.RowId;
import io.encours.receivable.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a customer may be given formal notice, and about what: pure, so that it can be shown and tested.
public final class NoticeRules {

    private NoticeRules() {}

    /// Why there is no formal notice, in the order they are told.
    public enum Refusal {
        UNIDENTIFIED,
        /// Claims are declared to the administrator of the proceedings instead.
        INSOLVENT,
        NOTHING_OVERDUE,
        IN_CREDIT,
        /// What the customer has paid and nobody has matched yet pays all that is overdue.
        COVERED,
        NO_ADDRESS,
        SENDER_WITHOUT_SIREN,
        SENDER_WITHOUT_ADDRESS,
        SENDER_WITHOUT_ACCOUNT,
        /// One of the items chosen is not overdue, is paid, or is not chased.
        NOT_DEMANDABLE,
        /// The same items were demanded today already.
        ALREADY_ISSUED;

        public String messageKey() {
            return "correspondence.notice.refusal." + name();
        }
    }

    public static Optional<Refusal> refusal(NoticeAccount account) {
        return Arrays.stream(Refusal.values())
                .filter(reason -> holds(reason, account))
                .findFirst();
    }

    private static boolean holds(Refusal reason, NoticeAccount account) {
        var details = account.customer().details();
        var paper = account.paper();
        return switch (reason) {
            case UNIDENTIFIED -> account.customer().unidentified();
            case INSOLVENT -> account.isInsolvent();
            case NOTHING_OVERDUE -> account.demandable().isEmpty();
            case IN_CREDIT -> account.balance().signum() <= 0;
            case COVERED -> account.credits().compareTo(account.overdue()) >= 0;
            case NO_ADDRESS -> isMissing(details.address()) || isMissing(details.city());
            case SENDER_WITHOUT_SIREN ->
                isMissing(paper.siren()) && paper.country().equals("FR");
            case SENDER_WITHOUT_ADDRESS -> isMissing(paper.address()) || isMissing(paper.city());
            case SENDER_WITHOUT_ACCOUNT -> paper.account() == null;
            // Of the items chosen, not of the account.
            case NOT_DEMANDABLE, ALREADY_ISSUED -> false;
        };
    }

    /// The items asked for, none meaning all; empty when one of them may not be demanded.
    static Optional<List<Item>> chosen(NoticeAccount account, Set<RowId> wanted) {
        var items = account.demandable().stream()
                .filter(item -> wanted.isEmpty() || wanted.contains(item.id()))
                .toList();
        return wanted.isEmpty() || items.size() == wanted.size() ? Optional.of(items) : Optional.empty();
    }

    private static boolean isMissing(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
