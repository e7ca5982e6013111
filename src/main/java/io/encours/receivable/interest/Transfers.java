package io.encours.receivable.interest;

import io.encours.receivable.interest.CustomerAccount.Line;
import io.encours.receivable.interest.CustomerAccount.Part;
import io.encours.receivable.interest.Debt.Credit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Credits that pay nothing: the debt goes on under another line of the same entry. One moved to doubtful customers
/// (416) is owed until that line is paid; one that became a bill of exchange (413), until the bill is due.
final class Transfers {

    enum Into {
        DOUBTFUL,
        BILL
    }

    /// @param debits lines that carry the debt on
    private record Transfer(Into into, List<Long> debits) {}

    private static final Comparator<Line> OLDEST_DUE =
            Comparator.comparing(Line::dueDate).thenComparingLong(Line::id);

    private final Map<Long, Transfer> byCredit = new HashMap<>();

    void add(long creditId, Into into, @Nullable Long debitId) {
        var transfer = byCredit.computeIfAbsent(creditId, id -> new Transfer(into, new ArrayList<>()));
        if (debitId != null) {
            transfer.debits.add(debitId);
        }
    }

    boolean isCarriedOn(long debitId, Map<Long, List<Part>> parts) {
        return !byCredit.isEmpty()
                && parts.values().stream()
                        .flatMap(List::stream)
                        .map(part -> byCredit.get(part.creditId()))
                        .anyMatch(transfer -> transfer != null
                                && transfer.into == Into.DOUBTFUL
                                && transfer.debits.contains(debitId));
    }

    /// Credits of each debit as interest counts them.
    Map<Long, List<Credit>> followed(List<Line> debits, Map<Long, List<Part>> parts) {
        if (byCredit.isEmpty()) {
            return parts.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> credits(entry.getValue())));
        }
        var run = new Following(debits, parts);
        debits.stream().sorted(OLDEST_DUE).forEach(line -> run.of(line.id()));
        return run.done;
    }

    private static List<Credit> credits(List<Part> parts) {
        return parts.stream().map(Part::credit).toList();
    }

    /// Each line followed once; what paid a line that carries several debts on pays the oldest due first.
    private final class Following {

        private final Map<Long, Line> lines;
        private final Map<Long, List<Part>> parts;
        private final Map<Long, List<Credit>> done = new HashMap<>();
        private final Map<Long, Deque<Credit>> unused = new HashMap<>();
        private final Set<Long> under = new HashSet<>();

        Following(List<Line> debits, Map<Long, List<Part>> parts) {
            this.lines = debits.stream().collect(Collectors.toMap(Line::id, Function.identity()));
            this.parts = parts;
        }

        List<Credit> of(long debitId) {
            var known = done.get(debitId);
            if (known != null || !under.add(debitId)) {
                return known == null ? List.of() : known;
            }
            var found = new ArrayList<Credit>();
            for (var part : parts.getOrDefault(debitId, List.of())) {
                var transfer = byCredit.get(part.creditId());
                if (transfer == null) {
                    found.add(part.credit());
                } else {
                    switch (transfer.into) {
                        case DOUBTFUL -> found.addAll(paid(transfer.debits, part.amount()));
                        case BILL -> found.add(new Credit(due(transfer.debits, part.on()), part.amount(), part.kind()));
                    }
                }
            }
            done.put(debitId, found);
            return found;
        }

        /// The bill pays on its day; one that comes back unpaid is a debt of its own again.
        private LocalDate due(List<Long> bills, LocalDate created) {
            return bills.stream()
                    .map(lines::get)
                    .filter(line -> line != null && line.dueDate().isAfter(created))
                    .map(Line::dueDate)
                    .max(Comparator.naturalOrder())
                    .orElse(created);
        }

        private List<Credit> paid(List<Long> carrying, BigDecimal amount) {
            var found = new ArrayList<Credit>();
            var left = amount;
            for (var debit : carrying) {
                var credits = unused.computeIfAbsent(
                        debit,
                        id -> new ArrayDeque<>(of(id).stream()
                                .sorted(Comparator.comparing(Credit::on))
                                .toList()));
                while (left.signum() > 0 && !credits.isEmpty()) {
                    var credit = credits.removeFirst();
                    var part = credit.amount().min(left);
                    found.add(new Credit(credit.on(), part, credit.kind()));
                    left = left.subtract(part);
                    if (credit.amount().compareTo(part) > 0) {
                        credits.addFirst(new Credit(credit.on(), credit.amount().subtract(part), credit.kind()));
                    }
                }
            }
            return found;
        }
    }
}
