package io.encours.worklist.automatic;

import io.encours.company.Company;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// What goes out by itself on a business day (A8). Running it again sends nothing twice: a step speaks through
/// one live message, and one that is done is no longer planned.
@Service
public class AutomaticActions {

    /// @param sent messages that go out in the morning or when their undo window is over, and letters to be printed
    /// @param toConfirm messages that wait for the recap
    /// @param items both speak of
    /// @param withdrawn messages that waited and said what was no longer so
    /// @param stopped items by what stopped them
    /// @param failed customers of whom nothing was sent because of a fault, see the log
    public record Sent(int sent, int toConfirm, int items, int withdrawn, Map<Guard, Integer> stopped, int failed) {}

    private static final Logger LOG = LoggerFactory.getLogger(AutomaticActions.class);
    private static final int TOGETHER = 100;

    private final AutomaticRuns runs;
    private final Withdrawal withdrawal;
    private final DueStore due;
    private final AutomaticShare share;

    AutomaticActions(AutomaticRuns runs, Withdrawal withdrawal, DueStore due, AutomaticShare share) {
        this.runs = runs;
        this.withdrawal = withdrawal;
        this.due = due;
        this.share = share;
    }

    /// Called outside of a transaction: customers are sent to some at a time, and what is sent to some does not
    /// depend on others.
    public Sent run(Company company, LocalDate day) {
        var withdrawn = withdrawal.withdraw(company.id(), day);
        var run = runs.begin(company, day);
        var customers = due.customers(company.id(), day);
        var results = new ArrayList<AutomaticShare.Result>();
        var failed = 0;
        for (var from = 0; from < customers.size(); from += TOGETHER) {
            failed += carryOut(run, customers.subList(from, Math.min(from + TOGETHER, customers.size())), results);
        }
        var stopped = new EnumMap<Guard, Integer>(Guard.class);
        results.forEach(
                result -> result.stopped().forEach((guard, count) -> stopped.merge(guard, count, Integer::sum)));
        return new Sent(
                results.stream().mapToInt(AutomaticShare.Result::sent).sum(),
                results.stream().mapToInt(AutomaticShare.Result::toConfirm).sum(),
                results.stream().mapToInt(AutomaticShare.Result::items).sum(),
                withdrawn,
                stopped,
                failed);
    }

    /// A fault of one customer does not keep the others from their messages.
    ///
    /// @return customers that failed
    private int carryOut(AutomaticRun run, List<Long> customers, List<AutomaticShare.Result> results) {
        try {
            results.add(share.carryOut(run, customers));
            return 0;
        } catch (RuntimeException e) {
            if (customers.size() == 1) {
                LOG.error("Nothing could be sent to customer {}", customers.getFirst(), e);
                return 1;
            }
            return customers.stream()
                    .mapToInt(customer -> carryOut(run, List.of(customer), results))
                    .sum();
        }
    }
}
