package io.encours.correspondence.letter.api;

import io.encours.company.Companies;
import io.encours.correspondence.letter.Letter;
import io.encours.correspondence.letter.LetterDraft;
import io.encours.correspondence.letter.LetterOrder;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.letter.Refusal;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.web.Texts;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
@RequestMapping("/api/v1")
class LetterResource {

    /// Letters to many customers of a company.
    ///
    /// @param customers code, and the items if not all
    record Batch(
            @Nullable String company,
            @Nullable String purpose,
            @Nullable String stage,
            @Nullable Integer level,
            @Nullable String template,
            @Nullable LocalDate deadline,
            @Nullable List<Wanted> customers) {}

    record Wanted(@Nullable String customer, @Nullable List<String> items) {}

    record Outcome(List<String> created, List<Refused> refused) {}

    record Refused(String customer, String name, String code, String message) {}

    private final Letters letters;
    private final Customers customers;
    private final Companies companies;
    private final Texts texts;

    LetterResource(Letters letters, Customers customers, Companies companies, Texts texts) {
        this.letters = letters;
        this.customers = customers;
        this.companies = companies;
        this.texts = texts;
    }

    @GetMapping("/letters")
    Slice<LetterAnswer> list(
            Scope scope,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable String state,
            Paging paging) {
        return slice(scope, new Letter.Filter(company, customer, state(state)), paging);
    }

    @GetMapping("/customers/{company}/{code}/letters")
    Slice<LetterAnswer> ofCustomer(
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam @Nullable String state,
            Paging paging) {
        customers.get(scope, company, code);
        return slice(scope, new Letter.Filter(company, code, state(state)), paging);
    }

    @GetMapping("/letters/{id}")
    LetterAnswer get(Scope scope, @PathVariable String id) {
        return LetterAnswer.of(letters.get(scope, id(id)));
    }

    @GetMapping(path = "/letters/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] pdf(Scope scope, @PathVariable String id) {
        return letters.pdf(scope, id(id));
    }

    @PostMapping("/letters/{id}/cancellation")
    LetterAnswer cancel(SignedIn user, Scope scope, @PathVariable String id) {
        return LetterAnswer.of(letters.cancel(user, scope, id(id)));
    }

    @PostMapping("/customers/{company}/{code}/letters")
    ResponseEntity<LetterAnswer> create(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody LetterDraft draft) {
        var customer = customers.get(scope, company, code);
        var outcome = letters.create(user, scope, customer.companyId(), draft.use(), List.of(draft.to(customer.id())));
        if (!outcome.refused().isEmpty()) {
            throw Problem.refused(outcome.refused().getFirst().reason().messageKey());
        }
        var made = LetterAnswer.of(letters.get(scope, outcome.created().getFirst()));
        return ResponseEntity.created(URI.create("/api/v1/letters/" + made.id()))
                .body(made);
    }

    /// Makes what can be made and says of each of the others why not.
    @PostMapping("/letters")
    Outcome createAll(SignedIn user, Scope scope, @RequestBody Batch batch) {
        var checks = new Checks();
        var code = checks.required("company", batch.company(), 20);
        checks.that(
                batch.customers() != null && !batch.customers().isEmpty(), "customers", "platform.problem.required");
        checks.orRefuse();
        var company = companies.get(scope, code);
        var unknown = new ArrayList<Refused>();
        var orders = new ArrayList<LetterOrder>();
        var wanted = Objects.requireNonNullElse(batch.customers(), List.<Wanted>of());
        var ids = customers.ids(
                scope,
                company.id(),
                wanted.stream()
                        .map(each -> Objects.requireNonNullElse(each.customer(), ""))
                        .toList());
        for (var each : wanted) {
            var named = Objects.requireNonNullElse(each.customer(), "");
            var id = ids.get(named);
            if (id == null) {
                unknown.add(refused(user, named, "", Refusal.Reason.UNKNOWN_CUSTOMER));
            } else {
                orders.add(draft(batch, each).to(id));
            }
        }
        var outcome = letters.create(
                user, scope, company.id(), draft(batch, new Wanted(null, null)).use(), orders);
        outcome.refused()
                .forEach(refusal -> unknown.add(refused(user, refusal.code(), refusal.name(), refusal.reason())));
        return new Outcome(outcome.created().stream().map(RowId::toString).toList(), unknown);
    }

    private Refused refused(SignedIn user, String customer, String name, Refusal.Reason reason) {
        return new Refused(customer, name, reason.name(), texts.text(user.locale(), reason.messageKey()));
    }

    private static LetterDraft draft(Batch batch, Wanted wanted) {
        return new LetterDraft(
                batch.purpose(), batch.stage(), batch.level(), batch.template(), wanted.items(), batch.deadline());
    }

    private Slice<LetterAnswer> slice(Scope scope, Letter.Filter filter, Paging paging) {
        var part = letters.list(scope, filter, paging);
        return new Slice<>(part.items().stream().map(LetterAnswer::of).toList(), part.next());
    }

    private static Letter.@Nullable Name state(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var checks = new Checks();
        var state = checks.choice("state", text, Letter.Name.class, null);
        checks.orRefuse();
        return state;
    }

    private static RowId id(String text) {
        return RowId.parse(text).orElseThrow(() -> Problem.notFound("correspondence.letter.problem.unknown"));
    }
}
