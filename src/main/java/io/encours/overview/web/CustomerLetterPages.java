package io.encours.overview.web;

import io.encours.correspondence.Channel;
import io.encours.correspondence.Template;
import io.encours.correspondence.Templates;
import io.encours.correspondence.letter.Letter;
import io.encours.correspondence.letter.LetterDraft;
import io.encours.correspondence.letter.LetterOrder;
import io.encours.correspondence.letter.Letters;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.pdf.PdfPress;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.strategy.Purpose;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The letters of a customer: those that were made, and a new one, seen before it is made.
@Controller
@RequestMapping("/customers/{company}/{code}/letters")
class CustomerLetterPages {

    private static final int LETTERS = 50;
    private static final int PAGES_SHOWN = 3;

    private final Customers customers;
    private final AccountHeads heads;
    private final ItemsToWriteAbout items;
    private final Letters letters;
    private final Templates templates;
    private final PdfPress press;

    CustomerLetterPages(
            Customers customers,
            AccountHeads heads,
            ItemsToWriteAbout items,
            Letters letters,
            Templates templates,
            PdfPress press) {
        this.customers = customers;
        this.heads = heads;
        this.items = items;
        this.letters = letters;
        this.templates = templates;
        this.press = press;
    }

    @GetMapping
    String show(@PathVariable String company, @PathVariable String code, Scope scope, Page page, Model model) {
        var customer = customers.get(scope, company, code);
        var deadline = page.today().plusDays(LetterOrder.DAYS_TO_PAY).toString();
        return form(customer, Form.of(Map.of("deadline", deadline)), null, scope, page, model);
    }

    /// The pages as they would be; a part of the page.
    @PostMapping("/preview")
    String preview(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate deadline,
            Scope scope,
            Page page,
            Model model) {
        var customer = customers.get(scope, company, code);
        model.addAttribute("page", page);
        try {
            var draft = draft(customer, template, item, deadline);
            var pdf = letters.preview(scope, customer.companyId(), draft.use(), draft.to(customer.id()));
            model.addAttribute(
                    "pictures",
                    press.pictures(pdf, PAGES_SHOWN).stream()
                            .map(Base64.getEncoder()::encodeToString)
                            .toList());
            model.addAttribute("problem", null);
        } catch (Problem problem) {
            model.addAttribute("pictures", List.of());
            model.addAttribute("problem", words(problem, page));
        }
        return "overview/_letterPreview";
    }

    @PostMapping
    String create(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate deadline,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var customer = customers.get(scope, company, code);
        try {
            var draft = draft(customer, template, item, deadline);
            var outcome =
                    letters.create(user, scope, customer.companyId(), draft.use(), List.of(draft.to(customer.id())));
            if (!outcome.refused().isEmpty()) {
                throw Problem.refused(outcome.refused().getFirst().reason().messageKey());
            }
            var made = letters.get(scope, outcome.created().getFirst());
            after.addFlashAttribute("said", page.t("overview.letters.made", made.number()));
            return "redirect:" + path(customer);
        } catch (Problem problem) {
            var typed = Form.of(Map.of("template", template, "deadline", deadline == null ? "" : deadline.toString()));
            return form(customer, typed.refused(problem, page, response), new HashSet<>(item), scope, page, model);
        }
    }

    /// @param ticked ids of items; null: those that are overdue
    private String form(
            Customer customer, Form form, @Nullable Set<String> ticked, Scope scope, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(customer, "letters", page.today()));
        model.addAttribute("form", form);
        items.show(customer, ticked, scope, model);
        model.addAttribute("templates", usable(customer));
        model.addAttribute(
                "letters",
                letters.list(
                                scope,
                                new Letter.Filter(customer.company(), customer.code(), null),
                                new Paging(LETTERS, null))
                        .items());
        model.addAttribute("said", model.getAttribute("said"));
        return "overview/letters";
    }

    /// Letters the company writes, in the customer's language where there is one.
    private List<Template> usable(Customer customer) {
        var all = templates.usableBy(customer.companyId()).stream()
                .filter(template -> template.channel() == Channel.LETTER && template.purpose() != Purpose.FORMAL_NOTICE)
                .toList();
        var language = customer.details().language();
        return all.stream()
                .filter(template -> template.language().equals(language(all, template.code(), language)))
                .sorted(Comparator.comparing(Template::stage)
                        .thenComparingInt(CustomerLetterPages::rank)
                        .thenComparing(Template::code))
                .toList();
    }

    /// Reminders first: what is wanted most.
    static int rank(Template template) {
        return switch (template.purpose()) {
            case REMINDER -> 0;
            case STATEMENT -> 1;
            case ANNOUNCEMENT -> 2;
            case FORMAL_NOTICE -> 3;
            case CONFIRMATION -> 4;
            case OTHER -> 5;
        };
    }

    /// The customer's where the template has it, else French.
    private static String language(List<Template> all, String code, String wanted) {
        return all.stream()
                        .anyMatch(template -> template.code().equals(code)
                                && template.language().equals(wanted))
                ? wanted
                : "fr";
    }

    private LetterDraft draft(Customer customer, String code, List<String> items, @Nullable LocalDate deadline) {
        var chosen = usable(customer).stream()
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("template", "overview.letters.noTemplate"));
        if (items.isEmpty()) {
            throw Problem.refused("overview.letters.noItem");
        }
        return new LetterDraft(
                chosen.purpose().name(), chosen.stage().name(), chosen.level(), chosen.code(), items, deadline);
    }

    private static String words(Problem problem, Page page) {
        return problem.errors().isEmpty()
                ? page.t(problem.code(), problem.arguments().toArray())
                : page.t(
                        problem.errors().getFirst().code(),
                        problem.errors().getFirst().arguments().toArray());
    }

    private static String path(Customer customer) {
        return "/customers/" + Address.part(customer.company()) + "/" + Address.part(customer.code()) + "/letters";
    }
}
