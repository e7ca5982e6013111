package io.encours.identity.web;

import io.encours.identity.ColumnChoices;
import io.encours.identity.SavedViews;
import io.encours.identity.SavedViews.SavedView;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Page;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What each person arranges for themselves: named views of lists, columns of tables. All lead back to the list, which
/// says what was done; what was refused is said there too.
@Controller
class ArrangementPages {

    /// Message shown on the list one comes back to.
    static final String SAID = "said";

    private static final Pattern OWN_PAGE = Pattern.compile("/[a-z][^\\s\\\\]*");

    private final SavedViews views;
    private final ColumnChoices columns;

    ArrangementPages(SavedViews views, ColumnChoices columns) {
        this.views = views;
        this.columns = columns;
    }

    @PostMapping("/views")
    String save(
            @RequestParam String list,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String query,
            SignedIn user,
            Page page,
            RedirectAttributes after) {
        return back(list, page, after, "identity.views.saved", () -> views.save(user, list, name, query));
    }

    @PostMapping("/views/{id}/name")
    String rename(
            @PathVariable long id,
            @RequestParam String list,
            @RequestParam String name,
            SignedIn user,
            Page page,
            RedirectAttributes after) {
        return back(list, page, after, "identity.views.renamed", () -> views.rename(user, id, name));
    }

    @PostMapping("/views/{id}/filters")
    String replace(
            @PathVariable long id,
            @RequestParam String list,
            @RequestParam(defaultValue = "") String query,
            SignedIn user,
            Page page,
            RedirectAttributes after) {
        return back(list, page, after, "identity.views.replaced", () -> views.replace(user, id, query));
    }

    @PostMapping("/views/{id}/removal")
    String remove(@PathVariable long id, SignedIn user, Page page, RedirectAttributes after) {
        var view = views.remove(user, id);
        after.addFlashAttribute(SAID, page.t("identity.views.removed", view.name()));
        return "redirect:" + view.list();
    }

    /// @param from address of the page with the table
    /// @param reset the usual columns again
    @PostMapping("/columns")
    String choose(
            @RequestParam String list,
            @RequestParam(required = false) @Nullable List<String> columns,
            @RequestParam(defaultValue = "/") String from,
            @RequestParam(required = false) @Nullable String reset,
            SignedIn user) {
        if (reset == null) {
            this.columns.choose(user, list, Objects.requireNonNullElse(columns, List.of()));
        } else {
            this.columns.forget(user, list);
        }
        return "redirect:" + (OWN_PAGE.matcher(from).matches() ? from : "/");
    }

    private interface Act {
        SavedView run();
    }

    private static String back(String list, Page page, RedirectAttributes after, String said, Act act) {
        try {
            var view = act.run();
            after.addFlashAttribute(SAID, page.t(said, view.name()));
            return "redirect:" + view.address();
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND
                    || !OWN_PAGE.matcher(list).matches()) {
                throw problem;
            }
            var errors = problem.errors();
            after.addFlashAttribute(
                    SAID,
                    errors.isEmpty()
                            ? page.t(problem.code(), problem.arguments().toArray())
                            : page.t(
                                    errors.getFirst().code(),
                                    errors.getFirst().arguments().toArray()));
            return "redirect:" + list;
        }
    }
}
