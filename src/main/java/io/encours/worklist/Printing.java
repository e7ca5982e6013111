package io.encours.worklist;

import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.pdf.PdfPress;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/// *Imprimer* (S6): one PDF of the ticked items, grouped as the screen is. It is kept, and each of its items has an
/// event, in one transaction after it was made: when printing fails nothing is recorded. It can be fetched again.
@Service
public class Printing {

    private static final int MOST = 10_000;

    /// A printed list.
    ///
    /// @param items lines on it
    public record Printout(long id, int items, Resource pdf) {}

    private final TickedLines ticked;
    private final ActionRows rows;
    private final PrintoutStore store;
    private final PdfPress press;
    private final PrintedPages pages;
    private final BusinessDate businessDate;

    Printing(
            TickedLines ticked,
            ActionRows rows,
            PrintoutStore store,
            PdfPress press,
            PrintedPages pages,
            BusinessDate businessDate) {
        this.ticked = ticked;
        this.rows = rows;
        this.store = store;
        this.press = press;
        this.pages = pages;
        this.businessDate = businessDate;
    }

    /// Prints what is ticked, as far as the caller sees it.
    ///
    /// @throws Problem forbidden, or refused when nothing is there to print or it is more than 10 000 lines
    public Printout print(SignedIn user, Scope scope, Ticked what) {
        ActionLog.requireCollector(user);
        var today = businessDate.today();
        var keys = ticked.inOrder(scope, what);
        if (keys.size() > MOST) {
            throw Problem.refused("worklist.problem.tooManyToPrint", String.valueOf(keys.size()), String.valueOf(MOST));
        }
        var lines = rows.rows(new Selection(scope, Filter.NONE, Selection.ALL), keys, today);
        if (lines.isEmpty()) {
            throw Problem.refused("worklist.problem.nothingToPrint");
        }
        var pdf = press.print(pages.of(PrintedList.of(what.presentation(), lines), user, today));
        return store.keep(user, scope, what.presentation(), lines, pdf);
    }

    /// A list that was printed before, for who printed it and still may see all of its customers.
    ///
    /// @throws Problem not found
    public Printout again(SignedIn user, Scope scope, long id) {
        ActionLog.requireCollector(user);
        return store.find(user.id(), scope, id).orElseThrow(() -> Problem.notFound("worklist.problem.unknownPrintout"));
    }
}
