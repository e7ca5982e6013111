package io.encours.correspondence.letter;

import io.encours.company.Companies;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// *Relevés de compte*: statements to many customers, made and printed as one run.
@Service
public class Statements {

    /// @param run empty: nobody gets one
    /// @param refused who should have got one; who has nothing open is not among them
    public record Outcome(Optional<PrintRun> run, List<Refusal> refused) {}

    private static final TemplateUse USE =
            new TemplateUse(Channel.LETTER, Purpose.STATEMENT, Stage.AMICABLE, 1, "fr", null);

    private final Letters letters;
    private final PrintRuns runs;
    private final PrintRunStore store;
    private final Companies companies;

    Statements(Letters letters, PrintRuns runs, PrintRunStore store, Companies companies) {
        this.letters = letters;
        this.runs = runs;
        this.store = store;
        this.companies = companies;
    }

    /// All of it or nothing.
    ///
    /// @param customers ids; null: all of the company the caller sees who have something open
    /// @throws Problem forbidden, or not found when the company is outside of the scope
    @Transactional
    public Outcome print(SignedIn author, Scope scope, String company, @Nullable List<Long> customers) {
        var of = companies.get(scope, company);
        var wanted = customers == null ? store.withOpenItems(scope, of.id()) : customers;
        var outcome = letters.create(
                author,
                scope,
                of.id(),
                USE,
                wanted.stream().map(id -> LetterOrder.about(id, List.of())).toList());
        var refused = outcome.refused().stream()
                .filter(refusal -> refusal.reason() != Refusal.Reason.NOTHING_OPEN)
                .toList();
        if (outcome.created().isEmpty()) {
            return new Outcome(Optional.empty(), refused);
        }
        var run = runs.print(author, scope, company, outcome.created()).run().orElseThrow();
        store.insertRefusals(run.id(), refused);
        return new Outcome(Optional.of(run), refused);
    }
}
