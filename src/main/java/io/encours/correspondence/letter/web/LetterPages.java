package io.encours.correspondence.letter.web;

import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.correspondence.letter.Letter;
import io.encours.correspondence.letter.LetterSample;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.letter.PrintRun;
import io.encours.correspondence.letter.PrintRuns;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Courriers*: to be printed, printed, cancelled; print runs.
@Controller
@RequestMapping("/letters")
class LetterPages {

    private static final String PATH = "/letters";
    private static final int ROWS = 100;
    private static final int RUNS = 10;
    private static final int NAMED = 5;

    private final Letters letters;
    private final PrintRuns runs;
    private final LetterSample sample;
    private final Scopes scopes;

    LetterPages(Letters letters, PrintRuns runs, LetterSample sample, Scopes scopes) {
        this.letters = letters;
        this.runs = runs;
        this.sample = sample;
        this.scopes = scopes;
    }

    /// @param state which; what cannot be read is what waits
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Scope scope,
            Page page,
            Model model) {
        var wanted = stateOf(state);
        var part = letters.list(scope, new Letter.Filter(null, null, wanted), new Paging(ROWS, cursor));
        var address = new Address(PATH, Map.of()).with("state", wanted.name());
        model.addAttribute("page", page);
        model.addAttribute("state", wanted);
        model.addAttribute("letters", part.items());
        model.addAttribute(
                "more",
                part.next() == null ? null : address.with("cursor", part.next()).toString());
        if (cursor != null) {
            return "correspondence/_letterRows";
        }
        var counts = letters.counts(scope, new Letter.Filter(null, null, null));
        model.addAttribute("counts", counts);
        var latest = wanted == Letter.Name.PRINTED
                ? runs.list(scope, null, new Paging(RUNS, null)).items()
                : List.<PrintRun>of();
        model.addAttribute("runs", latest);
        model.addAttribute(
                "refusals",
                runs.refusals(scope, latest.stream().map(PrintRun::id).toList()));
        model.addAttribute("said", model.getAttribute("said"));
        model.addAttribute("printed", model.getAttribute("printed"));
        model.addAttribute("leftOut", model.getAttribute("leftOut"));
        return "correspondence/letters";
    }

    /// @param what `chosen`: those that are ticked; else all that wait
    @PostMapping("/print-runs")
    String print(
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") List<String> letter,
            SignedIn user,
            Scope scope,
            Company company,
            Page page,
            RedirectAttributes after) {
        if (what.equals("chosen") && letter.isEmpty()) {
            after.addFlashAttribute("refused", page.t("correspondence.letters.nothingTicked"));
            return "redirect:" + PATH;
        }
        var ids = what.equals("chosen") ? letter.stream().map(LetterPages::id).toList() : null;
        var printed = runs.print(user, scope, company.code(), ids);
        if (!printed.leftOut().isEmpty()) {
            after.addFlashAttribute("leftOut", leftOut(printed.leftOut(), page));
        }
        if (printed.run().isEmpty()) {
            return "redirect:" + PATH;
        }
        after.addFlashAttribute("printed", printed.run().get());
        return "redirect:" + PATH + "?state=" + Letter.Name.PRINTED.name();
    }

    private static String leftOut(List<PrintRuns.LeftOut> all, Page page) {
        var named = all.stream()
                .limit(NAMED)
                .map(each -> each.letter().customerName() + "\u00a0— " + page.t(each.messageKey()))
                .toList();
        return page.t("correspondence.letters.leftOut", all.size()) + " " + String.join(" ", named)
                + (all.size() > NAMED ? " …" : "");
    }

    @GetMapping("/print-runs/{id}/pdf")
    void run(@PathVariable long id, SignedIn user, Scope scope, HttpServletResponse response) throws IOException {
        var run = runs.get(scope, id);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, inline("%s-%d.pdf".formatted(run.company(), run.id())));
        runs.write(scope, id, user.locale(), response.getOutputStream());
    }

    /// Its id names it: it is found whatever company is in view.
    @GetMapping("/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, SignedIn user) {
        var scope = scopes.of(user);
        var letter = letters.get(scope, id(id));
        return pdf(letters.pdf(scope, letter.id()), letter.number() + ".pdf");
    }

    @GetMapping("/sample")
    ResponseEntity<byte[]> sample(SignedIn user, Scope scope, Company company) {
        return pdf(sample.pdf(scope, company.code(), user.locale()), company.code() + ".pdf");
    }

    /// @param from page one was on
    @PostMapping("/{id}/cancellation")
    String cancel(
            @PathVariable String id,
            @RequestParam(defaultValue = PATH) String from,
            SignedIn user,
            Page page,
            RedirectAttributes after) {
        var letter = letters.cancel(user, scopes.of(user), id(id));
        after.addFlashAttribute("said", page.t("correspondence.letters.cancelled", letter.number()));
        return "redirect:" + (from.startsWith("/customers/") ? from : PATH);
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, inline(name))
                .body(content);
    }

    private static String inline(String name) {
        return ContentDisposition.inline().filename(name).build().toString();
    }

    private static Letter.Name stateOf(@Nullable String text) {
        try {
            return Letter.Name.valueOf(Objects.requireNonNullElse(text, Letter.Name.WAITING.name()));
        } catch (IllegalArgumentException e) {
            return Letter.Name.WAITING;
        }
    }

    private static RowId id(String text) {
        return RowId.parse(text).orElseThrow(() -> Problem.notFound("correspondence.letter.problem.unknown"));
    }
}
