package io.encours.correspondence.notice.api;

import io.encours.company.Companies;
import io.encours.correspondence.notice.Notice;
import io.encours.correspondence.notice.NoticeSettings;
import io.encours.correspondence.notice.NoticeTerms;
import io.encours.correspondence.notice.Notices;
import io.encours.correspondence.notice.Notices.Draft;
import io.encours.correspondence.notice.Notices.StepDraft;
import io.encours.correspondence.notice.Proof;
import io.encours.identity.SignedIn;
import io.encours.platform.Money;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Formal notices (K4): what one would say, issuing it, the document, what became of it.
@RestController
@RequestMapping("/api/v1")
class NoticeResource {

    private final Notices notices;
    private final NoticeSettings settings;
    private final Companies companies;

    NoticeResource(Notices notices, NoticeSettings settings, Companies companies) {
        this.notices = notices;
        this.settings = settings;
        this.companies = companies;
    }

    /// @param items ids; missing: all that may be demanded
    /// @param days to pay in, 8 to 15; missing: as the company's settings say
    record NoticeDraft(
            @Nullable List<String> items, @Nullable Integer days) {

        Draft draft() {
            return new Draft(items, days);
        }
    }

    record NoticeItemView(String id, String document, LocalDate dueDate, String remaining) {}

    /// @param kind SENT, DELIVERED, PRESENTED, RETURNED or CANCELLED
    record StepView(
            String id,
            String kind,
            LocalDate on,
            @Nullable String registeredNumber,
            String note,
            @Nullable String file,
            Instant recordedAt,
            String author) {}

    /// @param credits payments and credit notes that settle nothing yet, taken off
    record NoticeView(
            String id,
            String number,
            String state,
            LocalDate dated,
            LocalDate deadline,
            String principal,
            String credits,
            String interest,
            String indemnity,
            String total,
            String currency,
            boolean provisional,
            int pages,
            Instant issuedAt,
            String issuer,
            List<NoticeItemView> items,
            List<StepView> steps) {

        static NoticeView of(Notice notice) {
            var currency = notice.currency();
            return new NoticeView(
                    notice.id().toString(),
                    notice.number(),
                    notice.state().name(),
                    notice.dated(),
                    notice.deadline(),
                    Money.of(notice.principal(), currency).plain(),
                    Money.of(notice.credits(), currency).plain(),
                    Money.of(notice.interest(), currency).plain(),
                    Money.of(notice.indemnity(), currency).plain(),
                    Money.of(notice.total(), currency).plain(),
                    currency,
                    notice.provisional(),
                    notice.pages(),
                    notice.issuedAt(),
                    notice.issuer(),
                    notice.items().stream()
                            .map(item -> new NoticeItemView(
                                    item.id().toString(),
                                    item.document(),
                                    item.dueDate(),
                                    Money.of(item.remaining(), currency).plain()))
                            .toList(),
                    notice.steps().stream()
                            .map(step -> new StepView(
                                    step.id().toString(),
                                    step.kind().name(),
                                    step.on(),
                                    step.registeredNumber(),
                                    step.note(),
                                    step.fileName(),
                                    step.recordedAt(),
                                    step.author()))
                            .toList());
        }
    }

    record NoticeList(List<NoticeView> items, @Nullable String next) {}

    record TermsView(int days, boolean suspension, boolean acceleration) {

        static TermsView of(NoticeTerms terms) {
            return new TermsView(terms.days(), terms.suspension(), terms.acceleration());
        }
    }

    /// The latest first; few enough for one answer.
    @GetMapping("/customers/{company}/{code}/notices")
    NoticeList list(Scope scope, @PathVariable String company, @PathVariable String code) {
        return new NoticeList(
                notices.ofCustomer(scope, company, code).stream()
                        .map(NoticeView::of)
                        .toList(),
                null);
    }

    @PostMapping("/customers/{company}/{code}/notices")
    @ResponseStatus(HttpStatus.CREATED)
    NoticeView issue(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody NoticeDraft draft) {
        return NoticeView.of(notices.issue(user, scope, company, code, draft.draft()));
    }

    /// The document as it would be issued, without a number; nothing is kept.
    @PostMapping("/customers/{company}/{code}/notices/preview")
    ResponseEntity<byte[]> preview(
            Scope scope, @PathVariable String company, @PathVariable String code, @RequestBody NoticeDraft draft) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(notices.preview(scope, company, code, draft.draft()));
    }

    @GetMapping("/customers/{company}/{code}/notices/{id}")
    NoticeView show(Scope scope, @PathVariable String company, @PathVariable String code, @PathVariable String id) {
        return NoticeView.of(notices.get(scope, company, code, rowId(id)));
    }

    @GetMapping("/customers/{company}/{code}/notices/{id}/document")
    ResponseEntity<byte[]> document(
            Scope scope, @PathVariable String company, @PathVariable String code, @PathVariable String id) {
        return file(notices.document(scope, company, code, rowId(id)));
    }

    /// The document by the id of the notice alone.
    @GetMapping("/notices/{id}/pdf")
    ResponseEntity<byte[]> document(Scope scope, @PathVariable String id) {
        return file(notices.document(scope, rowId(id)));
    }

    /// What became of it; multipart, with the scan of the proof.
    @PostMapping(
            path = "/customers/{company}/{code}/notices/{id}/steps",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    NoticeView step(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam String kind,
            @RequestParam LocalDate on,
            @RequestParam(required = false) @Nullable String registeredNumber,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var proof = file == null || file.isEmpty() ? null : Proof.of(file.getOriginalFilename(), file.getBytes());
        return NoticeView.of(notices.step(
                user, scope, company, code, rowId(id), new StepDraft(kind, on, registeredNumber, note, proof)));
    }

    @GetMapping("/customers/{company}/{code}/notices/{id}/steps/{step}/proof")
    ResponseEntity<byte[]> proof(
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String step) {
        return file(notices.proof(scope, company, code, rowId(id), rowId(step)));
    }

    @GetMapping("/companies/{code}/notice-terms")
    TermsView terms(SignedIn user, @PathVariable String code) {
        return TermsView.of(settings.of(companies.get(user, code).id()));
    }

    @PutMapping("/companies/{code}/notice-terms")
    TermsView put(SignedIn user, @PathVariable String code, @RequestBody NoticeSettings.Draft draft) {
        return TermsView.of(settings.put(user, code, draft));
    }

    private static ResponseEntity<byte[]> file(Proof file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(file.content());
    }

    private static RowId rowId(String id) {
        return RowId.parse(id).orElseThrow(() -> Problem.notFound("correspondence.notice.problem.unknown"));
    }
}
