package io.encours.correspondence.letter;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.correspondence.Clearance;
import io.encours.correspondence.Clearance.Objection;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.pdf.PdfPress;
import io.encours.platform.web.Texts;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Printing letters: what is waiting becomes one document, marked as printed, which can be had again at any
/// time as it was.
@Service
public class PrintRuns {

    private static final Objection NOT_DRAWN =
            new Objection("NOT_DRAWN", "correspondence.letter.problem.notDrawn", false);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /// What became of printing.
    ///
    /// @param run empty: nothing could be printed
    public record Printed(Optional<PrintRun> run, List<LeftOut> leftOut) {}

    /// A letter that was not printed. One of Encours itself: what it says is no longer so, and it was taken
    /// back; or it may be printed another day, and goes on waiting. Any: its pages cannot be drawn.
    ///
    /// @param code for programs
    /// @param messageKey why, in a message file
    public record LeftOut(Letter letter, String code, String messageKey) {}

    private final PrintRunStore store;
    private final LetterLists lists;
    private final Letters letters;
    private final LetterDrawing drawing;
    private final Clearance clearance;
    private final Companies companies;
    private final PdfPress press;
    private final TransactionTemplate transaction;
    private final Texts texts;

    PrintRuns(
            PrintRunStore store,
            LetterLists lists,
            Letters letters,
            LetterDrawing drawing,
            Clearance clearance,
            Companies companies,
            PdfPress press,
            TransactionTemplate transaction,
            Texts texts) {
        this.store = store;
        this.lists = lists;
        this.letters = letters;
        this.drawing = drawing;
        this.clearance = clearance;
        this.companies = companies;
        this.press = press;
        this.transaction = transaction;
        this.texts = texts;
    }

    /// Prints letters of a company that wait. Those that Encours itself made are judged once more, under the
    /// lock of the plan: what was paid, decided on, held or put off since is not printed (decision 0026).
    ///
    /// @param ids which; null: all the caller may see
    /// @throws Problem refused when none of them is waiting
    public Printed print(SignedIn author, Scope scope, String company, @Nullable Collection<RowId> ids) {
        var of = companies.get(scope, company);
        var flawed = drawing.draw(store.waiting(scope, of.id(), ids));
        return Objects.requireNonNull(transaction.execute(status -> print(author, scope, of, ids, flawed)));
    }

    /// @param flawed what cannot be drawn
    private Printed print(
            SignedIn author, Scope scope, Company of, @Nullable Collection<RowId> ids, Set<RowId> flawed) {
        var waiting = store.waiting(scope, of.id(), ids);
        var objections = new HashMap<>(clearance.objectionsToPrinting(waiting));
        letters.withdraw(
                of.id(),
                objections.entrySet().stream()
                        .filter(objection -> objection.getValue().isUntrue())
                        .map(Map.Entry::getKey)
                        .toList());
        waiting.stream().filter(flawed::contains).forEach(id -> objections.put(id, NOT_DRAWN));
        var printable =
                waiting.stream().filter(id -> !objections.containsKey(id)).toList();
        // What came to wait in between.
        drawing.draw(printable);
        var run = store.print(scope, of.id(), printable, author);
        if (run.isEmpty() && objections.isEmpty()) {
            throw Problem.refused("correspondence.letter.problem.nothingToPrint");
        }
        return new Printed(run.map(made -> get(scope, made)), leftOut(scope, objections));
    }

    private List<LeftOut> leftOut(Scope scope, Map<RowId, Objection> objections) {
        return lists.all(scope, objections.keySet()).stream()
                .map(letter -> {
                    var objection = Objects.requireNonNull(objections.get(letter.id()));
                    return new LeftOut(letter, objection.code(), objection.messageKey());
                })
                .toList();
    }

    /// The latest first, each with the letters the caller may see.
    ///
    /// @param company code; null: of all
    public Slice<PrintRun> list(Scope scope, @Nullable String company, Paging paging) {
        return store.runs(scope, company, paging);
    }

    /// @throws Problem not found, also when no letter of it is within the scope
    public PrintRun get(Scope scope, long id) {
        return store.run(scope, id).orElseThrow(() -> Problem.notFound("correspondence.letter.problem.unknownRun"));
    }

    /// Who got no letter of these runs though one was wanted, by run; those of the caller's customers.
    public Map<Long, List<PrintRun.WithoutLetter>> refusals(Scope scope, Collection<Long> ids) {
        return store.refusals(scope, ids);
    }

    /// All its letters as one PDF/A, by name of the customer; the same whenever it is asked for.
    ///
    /// @throws Problem not found, also when no letter of it is within the scope
    public void write(Scope scope, long id, Locale language, OutputStream out) {
        var run = get(scope, id);
        press.merge(
                store.ofRun(scope, id).stream().map(drawing::pdf).iterator(),
                title(run, language),
                language.getLanguage(),
                out);
    }

    private String title(PrintRun run, Locale language) {
        ZoneId zone = companies.byId(run.companyId()).zone();
        return texts.text(
                language,
                "correspondence.letter.run.title",
                DAY.format(ZonedDateTime.ofInstant(run.createdAt(), zone)),
                run.company());
    }
}
