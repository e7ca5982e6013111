package io.encours.overview.web;

import io.encours.correspondence.Channel;
import io.encours.correspondence.Template;
import io.encours.correspondence.Templates;
import io.encours.correspondence.outbox.Message;
import io.encours.correspondence.outbox.MessageDraft;
import io.encours.correspondence.outbox.Messages;
import io.encours.correspondence.outbox.WritingDesk;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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

/// The e-mails and SMS of a customer, and a new one, seen as it will go out.
@Controller
@RequestMapping("/customers/{company}/{code}/messages")
class CustomerMessagePages {

    private static final int MESSAGES = 50;
    private static final int DAYS_TO_PAY = 8;

    /// What the form says.
    ///
    /// @param template `CHANNEL:CODE`; without code: own words
    record Typed(
            @Nullable String template,
            @Nullable String subject,
            @Nullable String text,
            @Nullable List<String> item,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate deadline,
            @Nullable String statement) {

        MessageDraft draft() {
            var parts = (template == null ? "" : template).split(":", 2);
            return new MessageDraft(
                    parts[0], parts.length < 2 ? null : parts[1], subject, text, item, deadline, statement != null);
        }
    }

    private final Customers customers;
    private final AccountHeads heads;
    private final ItemsToWriteAbout items;
    private final Messages messages;
    private final WritingDesk desk;
    private final Templates templates;

    CustomerMessagePages(
            Customers customers,
            AccountHeads heads,
            ItemsToWriteAbout items,
            Messages messages,
            WritingDesk desk,
            Templates templates) {
        this.customers = customers;
        this.heads = heads;
        this.items = items;
        this.messages = messages;
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping
    String show(@PathVariable String company, @PathVariable String code, Scope scope, Page page, Model model) {
        var customer = customers.get(scope, company, code);
        var deadline = page.today().plusDays(DAYS_TO_PAY).toString();
        return form(customer, Form.of(Map.of("deadline", deadline)), null, scope, page, model);
    }

    /// The message as it would go out; a part of the page.
    @PostMapping("/preview")
    String preview(
            @PathVariable String company, @PathVariable String code, Typed typed, Scope scope, Page page, Model model) {
        var customer = customers.get(scope, company, code);
        model.addAttribute("page", page);
        try {
            model.addAttribute("message", desk.preview(scope, customer, typed.draft()));
            model.addAttribute("problem", null);
        } catch (Problem problem) {
            model.addAttribute("message", null);
            model.addAttribute("problem", words(problem, page));
        }
        return "overview/_messagePreview";
    }

    @PostMapping
    String send(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam Map<String, String> values,
            Typed typed,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var customer = customers.get(scope, company, code);
        try {
            desk.send(user, scope, customer, typed.draft());
            after.addFlashAttribute("said", page.t("overview.messages.made"));
            return "redirect:" + path(customer);
        } catch (Problem problem) {
            var ticked = new HashSet<>(typed.item() == null ? List.of() : typed.item());
            return form(customer, Form.of(values).refused(problem, page, response), ticked, scope, page, model);
        }
    }

    /// @param ticked ids of items; null: those that are overdue
    private String form(
            Customer customer, Form form, @Nullable Set<String> ticked, Scope scope, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("head", heads.of(customer, "messages", page.today()));
        model.addAttribute("form", form);
        items.show(customer, ticked, scope, model);
        model.addAttribute("templates", usable(customer));
        model.addAttribute(
                "messages",
                messages.list(
                                scope,
                                new Message.Filter(customer.company(), customer.code(), null, null, null, null),
                                new Paging(MESSAGES, null))
                        .items());
        model.addAttribute("said", model.getAttribute("said"));
        return "overview/messages";
    }

    /// E-mails and SMS the company writes, each code once, in the customer's language where there is one.
    private List<Template> usable(Customer customer) {
        var all = templates.usableBy(customer.companyId()).stream()
                .filter(template -> template.channel() != Channel.LETTER)
                .toList();
        var wanted = customer.details().language();
        return all.stream()
                .filter(template -> template.language().equals(language(all, template.code(), wanted)))
                .sorted(Comparator.comparing(Template::channel)
                        .thenComparing(Template::stage)
                        .thenComparingInt(CustomerLetterPages::rank)
                        .thenComparing(Template::level, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Template::code))
                .toList();
    }

    private static String language(List<Template> all, String code, String wanted) {
        return all.stream()
                        .anyMatch(template -> template.code().equals(code)
                                && template.language().equals(wanted))
                ? wanted
                : "fr";
    }

    private static String words(Problem problem, Page page) {
        return problem.errors().isEmpty()
                ? page.t(problem.code(), problem.arguments().toArray())
                : page.t(
                        problem.errors().getFirst().code(),
                        problem.errors().getFirst().arguments().toArray());
    }

    private static String path(Customer customer) {
        return "/customers/" + Address.part(customer.company()) + "/" + Address.part(customer.code()) + "/messages";
    }
}
