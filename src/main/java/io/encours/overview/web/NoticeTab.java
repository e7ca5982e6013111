package io.encours.overview.web;

import io.encours.correspondence.notice.Notice.StepKind;
import io.encours.correspondence.notice.NoticeRules;
import io.encours.correspondence.notice.NoticeSettings;
import io.encours.correspondence.notice.NoticeTerms;
import io.encours.correspondence.notice.Notices;
import io.encours.correspondence.notice.Notices.Draft;
import io.encours.correspondence.notice.Notices.StepDraft;
import io.encours.correspondence.notice.Proof;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Mises en demeure* of a customer: preparing one with its document in view, issuing it, what became of it (K4).
@Controller
@RequestMapping("/customers/{company}/{code}/notices")
class NoticeTab {

    private static final String TAB = "notices";
    private static final String SAID = "said";

    private final Customers customers;
    private final AccountHeads heads;
    private final Notices notices;
    private final NoticeSettings settings;

    NoticeTab(Customers customers, AccountHeads heads, Notices notices, NoticeSettings settings) {
        this.customers = customers;
        this.heads = heads;
        this.notices = notices;
        this.settings = settings;
    }

    @GetMapping
    String list(
            @PathVariable String company,
            @PathVariable String code,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        return list(company, code, "", Form.EMPTY, user, scope, page, model);
    }

    /// With all that may be demanded.
    @GetMapping("/new")
    String prepare(@PathVariable String company, @PathVariable String code, Scope scope, Page page, Model model) {
        return prepare(company, code, null, Form.EMPTY, scope, page, model);
    }

    /// The same with the items that were ticked, and what is demanded for them.
    @PostMapping("/draft")
    String draft(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam Map<String, String> values,
            Scope scope,
            Page page,
            Model model) {
        return prepare(company, code, ticked(items), Form.of(values), scope, page, model);
    }

    @PostMapping("/preview")
    ResponseEntity<byte[]> preview(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam Map<String, String> values,
            Scope scope,
            Page page) {
        return inline(
                page.t("overview.notices.previewFile"),
                "application/pdf",
                notices.preview(scope, company, code, draft(ticked(items), values)));
    }

    @PostMapping
    String issue(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam Map<String, String> values,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        try {
            var notice = notices.issue(user, scope, company, code, draft(ticked(items), values));
            after.addFlashAttribute(SAID, page.t("correspondence.notice.saidIssued", notice.number()));
            return "redirect:" + path(company, code);
        } catch (Problem problem) {
            return prepare(
                    company, code, ticked(items), Form.of(values).refused(problem, page, response), scope, page, model);
        }
    }

    @GetMapping("/{id}/document")
    ResponseEntity<byte[]> document(
            @PathVariable String company, @PathVariable String code, @PathVariable String id, Scope scope) {
        return inline(notices.document(scope, company, code, rowId(id)));
    }

    @GetMapping("/{id}/steps/{step}/proof")
    ResponseEntity<byte[]> proof(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String step,
            Scope scope) {
        return inline(notices.proof(scope, company, code, rowId(id), rowId(step)));
    }

    @PostMapping("/{id}/steps")
    String step(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            var proof = file == null || file.isEmpty() ? null : Proof.of(file.getOriginalFilename(), file.getBytes());
            notices.step(
                    user,
                    scope,
                    company,
                    code,
                    rowId(id),
                    new StepDraft(
                            values.get("kind"),
                            day(values),
                            values.get("registeredNumber"),
                            values.get("note"),
                            proof));
            after.addFlashAttribute(SAID, page.t("correspondence.notice.saidStep"));
            return "redirect:" + path(company, code);
        } catch (Problem problem) {
            return list(company, code, id, Form.of(values).refused(problem, page, response), user, scope, page, model);
        }
    }

    /// @param failed id of the notice whose step was refused
    private String list(
            String company, String code, String failed, Form form, SignedIn user, Scope scope, Page page, Model model) {
        var account = notices.account(scope, company, code);
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(account.customer(), TAB, page.today()));
        model.addAttribute("notices", notices.ofCustomer(scope, company, code));
        model.addAttribute("refusal", NoticeRules.refusal(account).orElse(null));
        model.addAttribute("mayIssue", Notices.mayIssue(user));
        model.addAttribute("failed", failed);
        model.addAttribute("form", form);
        model.addAttribute("steps", StepKind.values());
        model.addAttribute(SAID, model.getAttribute(SAID));
        return "overview/notices";
    }

    private String prepare(
            String company, String code, @Nullable List<String> items, Form form, Scope scope, Page page, Model model) {
        var account = notices.account(scope, company, code);
        var customer = customers.get(scope, company, code);
        var terms = settings.of(customer.companyId());
        var values = new HashMap<>(form.values());
        values.putIfAbsent("days", String.valueOf(terms.days()));
        var shown = new Form(values, form.errors());
        var chosen = items == null
                ? account.demandable().stream()
                        .map(item -> item.id().toString())
                        .collect(Collectors.toSet())
                : java.util.Set.copyOf(items);
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(customer, TAB, page.today()));
        model.addAttribute("account", account);
        model.addAttribute("chosen", chosen);
        model.addAttribute("form", shown);
        var refusal = NoticeRules.refusal(account);
        model.addAttribute("refusal", refusal.orElse(null));
        if (refusal.isEmpty()) {
            try {
                model.addAttribute("demand", notices.demand(scope, company, code, draft(items, values)));
            } catch (Problem problem) {
                model.addAttribute("form", shown.refused(problem, page));
            }
        }
        return "overview/newNotice";
    }

    /// An id that is none stands for nothing ticked: nothing ticked is not all.
    private static List<String> ticked(@Nullable List<String> items) {
        return items == null || items.isEmpty() ? List.of("") : items;
    }

    private static Draft draft(@Nullable List<String> items, Map<String, String> values) {
        var days = values.getOrDefault("days", "").strip();
        if (days.isEmpty()) {
            return new Draft(items, null);
        }
        if (!days.matches("\\d{1,3}")) {
            throw Problem.invalid(
                    "days",
                    "correspondence.notice.problem.days",
                    String.valueOf(NoticeTerms.LEAST_DAYS),
                    String.valueOf(NoticeTerms.MOST_DAYS));
        }
        return new Draft(items, Integer.valueOf(days));
    }

    private static @Nullable LocalDate day(Map<String, String> values) {
        var text = values.getOrDefault("on", "");
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("on", "receivable.interest.problem.day");
        }
    }

    private static RowId rowId(String text) {
        return RowId.parse(text).orElseThrow(() -> Problem.notFound("correspondence.notice.problem.unknown"));
    }

    private static ResponseEntity<byte[]> inline(Proof file) {
        return inline(file.name(), file.mediaType(), file.content());
    }

    private static ResponseEntity<byte[]> inline(String name, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private static String path(String company, String code) {
        return "/customers/" + Address.part(company) + "/" + Address.part(code) + "/notices";
    }
}
