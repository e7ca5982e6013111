package io.encours.correspondence.letter;

import io.encours.company.Companies;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Printing letters: what is waiting becomes one document, marked as printed, which can be had again at any time as it
/// was.
@Service
public class PrintRuns {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final LetterStore store;
    private final Companies companies;
    private final PdfPress press;
    private final Texts texts;

    PrintRuns(LetterStore store, Companies companies, PdfPress press, Texts texts) {
        this.store = store;
        this.companies = companies;
        this.press = press;
        this.texts = texts;
    }

    /// Prints letters of a company that wait.
    ///
    /// @param ids which; null: all the caller may see
    /// @throws Problem refused when none of them is waiting
    @Transactional
    public PrintRun print(SignedIn author, Scope scope, String company, @Nullable Collection<RowId> ids) {
        var of = companies.get(scope, company);
        var run = store.print(scope, of.id(), ids, author)
                .orElseThrow(() -> Problem.refused("correspondence.letter.problem.nothingToPrint"));
        return get(scope, run);
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
                store.ofRun(scope, id).stream().map(this::content).iterator(),
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

    private byte[] content(RowId letter) {
        return store.content(letter).orElseThrow(() -> Problem.notFound("correspondence.letter.problem.purged"));
    }
}
