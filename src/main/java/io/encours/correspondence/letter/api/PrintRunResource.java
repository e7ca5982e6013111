package io.encours.correspondence.letter.api;

import io.encours.correspondence.letter.PrintRun;
import io.encours.correspondence.letter.PrintRuns;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/letters/print-runs")
class PrintRunResource {

    /// @param letters ids; null: all that wait
    record Wanted(@Nullable String company, @Nullable List<String> letters) {}

    /// @param leftOut of those wanted: what Encours itself wrote and what is no longer so
    record Printed(
            long id, String company, Instant createdAt, String author, int letters, int pages, List<Left> leftOut) {}

    record Left(String id, String customer, String reason, String message) {}

    record PrintRunAnswer(long id, String company, Instant createdAt, String author, int letters, int pages) {

        static PrintRunAnswer of(PrintRun run) {
            return new PrintRunAnswer(
                    run.id(), run.company(), run.createdAt(), run.author(), run.letters(), run.pages());
        }
    }

    record Refused(String customer, String name, String code, String message) {}

    record Refusals(List<Refused> items, @Nullable String next) {}

    private final PrintRuns runs;
    private final Texts texts;

    PrintRunResource(PrintRuns runs, Texts texts) {
        this.runs = runs;
        this.texts = texts;
    }

    @GetMapping
    Slice<PrintRunAnswer> list(Scope scope, @RequestParam @Nullable String company, Paging paging) {
        var part = runs.list(scope, company, paging);
        return new Slice<>(part.items().stream().map(PrintRunAnswer::of).toList(), part.next());
    }

    /// What is left out stays so when nothing else is to be printed: then it is a conflict with the first reason.
    @PostMapping
    ResponseEntity<Printed> print(SignedIn user, Scope scope, @RequestBody Wanted wanted) {
        var checks = new Checks();
        var company = checks.required("company", wanted.company(), 20);
        checks.orRefuse();
        var ids = wanted.letters() == null
                ? null
                : wanted.letters().stream()
                        .map(text -> RowId.parse(text)
                                .orElseThrow(() -> Problem.invalid("letters", "correspondence.letter.problem.unknown")))
                        .toList();
        var printed = runs.print(user, scope, company, ids);
        var run = printed.run()
                .orElseThrow(() -> Problem.conflict(printed.leftOut().getFirst().messageKey()));
        return ResponseEntity.created(URI.create("/api/v1/letters/print-runs/" + run.id()))
                .body(new Printed(
                        run.id(),
                        run.company(),
                        run.createdAt(),
                        run.author(),
                        run.letters(),
                        run.pages(),
                        printed.leftOut().stream().map(left -> left(left, user)).toList()));
    }

    private Left left(PrintRuns.LeftOut left, SignedIn user) {
        return new Left(
                left.letter().id().toString(),
                left.letter().customer(),
                left.code(),
                texts.text(user.locale(), left.messageKey()));
    }

    @GetMapping("/{id}")
    PrintRunAnswer get(Scope scope, @PathVariable long id) {
        return PrintRunAnswer.of(runs.get(scope, id));
    }

    /// Who got no letter though one was wanted.
    @GetMapping("/{id}/refusals")
    Refusals refusals(SignedIn user, Scope scope, @PathVariable long id) {
        runs.get(scope, id);
        return new Refusals(
                runs.refusals(scope, List.of(id)).getOrDefault(id, List.of()).stream()
                        .map(each -> new Refused(
                                each.code(),
                                each.name(),
                                each.reason().name(),
                                texts.text(user.locale(), each.reason().messageKey())))
                        .toList(),
                null);
    }

    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    void pdf(SignedIn user, Scope scope, @PathVariable long id, HttpServletResponse response) throws IOException {
        runs.get(scope, id);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        runs.write(scope, id, user.locale(), response.getOutputStream());
    }
}
