package io.encours.worklist;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessCalendar;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.strategy.Strategies;
import io.encours.strategy.Strategy;
import io.encours.strategy.StrategyAction;
import io.encours.strategy.StrategyDraft;
import io.encours.worklist.Decision.None;
import io.encours.worklist.Decision.Planned;
import io.encours.worklist.SimulationStore.Crowd;
import io.encours.worklist.Situation.DoneStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What a strategy would give to do over the next days: the rule of `NextAction` applied again and again, as if nothing
/// were paid and each action were done on its day. Nothing is written.
@Service
public class Simulations {

    /// Whose items are looked at.
    public enum Who {
        /// Customers that follow the strategy now.
        FOLLOWERS,
        /// Every customer of the company, as if they followed it.
        EVERYONE
    }

    private static final int MOST_DAYS = 366;

    private final SimulationStore store;
    private final Strategies strategies;
    private final Companies companies;
    private final Chasing chasing;
    private final BusinessDate businessDate;

    Simulations(
            SimulationStore store,
            Strategies strategies,
            Companies companies,
            Chasing chasing,
            BusinessDate businessDate) {
        this.store = store;
        this.strategies = strategies;
        this.companies = companies;
        this.chasing = chasing;
        this.businessDate = businessDate;
    }

    /// Of a strategy as it is saved.
    ///
    /// @throws Problem not found, also outside of the scope; refused when the number of days is not from 1 to 366
    public Simulation of(Scope scope, String code, String companyCode, int days, Who who) {
        var strategy = strategies.get(scope, code);
        return of(scope, strategy, companies.get(scope, companyCode), days, who);
    }

    /// Of a strategy as somebody writes it, not saved.
    ///
    /// @throws Problem as `Strategies.put`
    public Simulation ofDraft(
            SignedIn user, Scope scope, String code, StrategyDraft draft, String companyCode, int days, Who who) {
        var wanted = strategies.wanted(user, scope, code, draft);
        return of(scope, wanted, companies.get(scope, companyCode), days, who);
    }

    private Simulation of(Scope scope, Strategy strategy, Company company, int days, Who who) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid("days", "worklist.simulation.problem.days", String.valueOf(MOST_DAYS));
        }
        var sequence = strategy.actions();
        var crowds = store.crowds(scope, company.id(), who == Who.FOLLOWERS ? strategy.id() : null, sequence);
        var today = businessDate.today(company.zone());
        var tally = new SimulationTally(today, today.plusDays(days - 1L), company.currency());
        var calendar = BusinessCalendar.of(company.calendar());
        var spacing = chasing.of(company.id()).spacing();
        for (var crowd : crowds) {
            walk(crowd, sequence, calendar, spacing, tally);
        }
        return tally.result(store::agents);
    }

    /// One action after the other until the last day is passed or none is left. What is late is done on the first day.
    static void walk(
            Crowd crowd, List<StrategyAction> sequence, BusinessCalendar calendar, int spacing, SimulationTally tally) {
        tally.meets(crowd.items());
        var situation = new Situation(
                crowd.item(), Optional.of(sequence), crowd.done(), crowd.replacement(), calendar, spacing);
        var notBefore = calendar.workingDayOnOrAfter(tally.from());
        // No step is done twice, but those of an earlier version of the strategy are compared by date.
        for (var steps = 0; steps <= sequence.size(); steps++) {
            switch (NextAction.decide(situation)) {
                case None none -> {
                    return;
                }
                case Planned planned -> {
                    var day = planned.actionDate().isBefore(notBefore) ? notBefore : planned.actionDate();
                    if (day.isAfter(tally.to())) {
                        return;
                    }
                    tally.add(day, planned, crowd);
                    situation = after(situation, planned, day, sequence);
                    notBefore = day;
                }
            }
        }
    }

    private static Situation after(Situation situation, Planned planned, LocalDate day, List<StrategyAction> sequence) {
        var step = stepCode(situation, planned);
        var done = new ArrayList<>(situation.done());
        done.add(new DoneStep(step, planned.theoreticalDate(), day, isFinal(sequence, step), true, null));
        return new Situation(
                situation.item(),
                situation.sequence(),
                done,
                Optional.empty(),
                situation.calendar(),
                situation.spacing());
    }

    private static String stepCode(Situation situation, Planned planned) {
        return situation.replacement().map(Situation.Replacement::replacedCode).orElse(planned.code());
    }

    private static boolean isFinal(List<StrategyAction> sequence, @Nullable String code) {
        return sequence.stream().filter(action -> action.code().equals(code)).anyMatch(StrategyAction::isFinal);
    }
}
