package io.encours.receivable.interest;

import io.encours.receivable.ItemKind;
import io.encours.receivable.interest.Debt.Credit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The part of a customer's account that interest needs: late claims, the groups of matched lines they are in, and what
/// was allocated to them.
final class CustomerAccount {

    /// A line of the account.
    ///
    /// @param matching group of lines that balance together; null: in none
    /// @param amount debit less credit
    record Line(
            long id,
            @Nullable Long matching,
            ItemKind kind,
            String document,
            LocalDate documentDate,
            LocalDate dueDate,
            LocalDate entryDate,
            BigDecimal amount,
            String currency) {

        boolean isDebit() {
            return amount.signum() > 0;
        }
    }

    /// What of a credit was laid on a debit.
    record Part(long creditId, LocalDate on, BigDecimal amount, Credit.Kind kind) {

        Credit credit() {
            return new Credit(on, amount, kind);
        }
    }

    private final long customerId;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, List<Part>> allocated = new HashMap<>();
    private final Transfers transfers = new Transfers();
    private @Nullable Map<Long, List<Part>> parts;

    CustomerAccount(long customerId) {
        this.customerId = customerId;
    }

    long customerId() {
        return customerId;
    }

    void add(Line line) {
        lines.add(line);
    }

    void allocate(long debitId, long creditId, ItemKind creditKind, LocalDate on, BigDecimal amount) {
        allocated
                .computeIfAbsent(debitId, id -> new ArrayList<>())
                .add(new Part(creditId, on, amount, kind(creditKind)));
    }

    /// @param debitId the line that carries the debt on; null: it is not in the account of the customer
    void transfer(long creditId, Transfers.Into into, @Nullable Long debitId) {
        transfers.add(creditId, into, debitId);
    }

    /// It carries on another debt, which bears its interest.
    boolean isCarriedOn(long debitId) {
        return transfers.isCarriedOn(debitId, parts());
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    List<Line> debits() {
        return lines.stream().filter(Line::isDebit).toList();
    }

    /// What credited each debit, by its id; a group that balances tells only as a whole what paid what, so its credits
    /// are laid on the debits of their own document first, then on the oldest due.
    /// What only moved to another account is not paid by it.
    Map<Long, List<Credit>> credits() {
        return transfers.followed(debits(), parts());
    }

    private Map<Long, List<Part>> parts() {
        if (parts == null) {
            parts = laid();
        }
        return parts;
    }

    private Map<Long, List<Part>> laid() {
        var laid = new HashMap<Long, List<Part>>();
        allocated.forEach((debit, some) -> laid.put(debit, new ArrayList<>(some)));
        var groups = new TreeMap<Long, List<Line>>();
        for (var line : lines) {
            if (line.matching() != null) {
                groups.computeIfAbsent(line.matching(), id -> new ArrayList<>()).add(line);
            }
        }
        groups.values().forEach(group -> new Laying(laid).lay(group));
        return laid;
    }

    private static Credit.Kind kind(ItemKind kind) {
        return switch (kind) {
            case PAYMENT, DEPOSIT -> Credit.Kind.MONEY;
            case CREDIT_NOTE -> Credit.Kind.CREDIT_NOTE;
            case INVOICE, DEPOSIT_INVOICE, BILL, RETENTION, OPENING_BALANCE, RETURNED_PAYMENT, REFUND, ADJUSTMENT ->
                Credit.Kind.OTHER;
        };
    }

    /// Lays credits on debits; each of both once.
    private static final class Laying {

        private static final Comparator<Line> OLDEST_DUE = Comparator.comparing(Line::dueDate)
                .thenComparing(Line::entryDate)
                .thenComparingLong(Line::id);
        private static final Comparator<Line> OLDEST_ENTRY =
                Comparator.comparing(Line::entryDate).thenComparingLong(Line::id);

        private final Map<Long, List<Part>> laid;
        private final Map<Long, BigDecimal> open = new HashMap<>();

        Laying(Map<Long, List<Part>> laid) {
            this.laid = laid;
        }

        void lay(List<Line> group) {
            group.forEach(line -> open.put(line.id(), line.amount().abs()));
            var documents = new TreeMap<String, List<Line>>();
            for (var line : group) {
                if (!line.document().isBlank()) {
                    documents
                            .computeIfAbsent(line.document(), document -> new ArrayList<>())
                            .add(line);
                }
            }
            documents.values().forEach(this::pass);
            pass(group);
        }

        private void pass(Collection<Line> group) {
            var debits = group.stream().filter(Line::isDebit).sorted(OLDEST_DUE).iterator();
            var debit = next(debits);
            for (var credit : group.stream()
                    .filter(line -> !line.isDebit())
                    .sorted(OLDEST_ENTRY)
                    .toList()) {
                while (debit != null && open(credit).signum() > 0) {
                    var amount = open(debit).min(open(credit));
                    if (amount.signum() > 0) {
                        take(debit, amount);
                        take(credit, amount);
                        laid.computeIfAbsent(debit.id(), id -> new ArrayList<>())
                                .add(new Part(credit.id(), credit.entryDate(), amount, kind(credit.kind())));
                    }
                    debit = open(debit).signum() > 0 ? debit : next(debits);
                }
            }
        }

        private static @Nullable Line next(java.util.Iterator<Line> lines) {
            return lines.hasNext() ? lines.next() : null;
        }

        private BigDecimal open(Line line) {
            return open.getOrDefault(line.id(), BigDecimal.ZERO);
        }

        private void take(Line line, BigDecimal amount) {
            open.put(line.id(), open(line).subtract(amount));
        }
    }
}
