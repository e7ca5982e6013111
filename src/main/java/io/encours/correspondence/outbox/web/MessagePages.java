package io.encours.correspondence.outbox.web;

import io.encours.company.Scopes;
import io.encours.correspondence.outbox.Channels;
import io.encours.correspondence.outbox.Message;
import io.encours.correspondence.outbox.MessageDecisions;
import io.encours.correspondence.outbox.MessageQuery;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.correspondence.outbox.Messages;
import io.encours.correspondence.outbox.Outbox;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.NavigationEntry;
import io.encours.platform.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

/// *Messages*: all e-mails and SMS, and one of them with its history.
@Controller
@RequestMapping("/messages")
class MessagePages {

    private static final String PATH = "/messages";
    private static final int ROWS = 100;
    private static final List<String> FILTERS = List.of("company", "customer", "state", "channel", "from", "to");

    private final Outbox outbox;
    private final MessageDecisions decisions;
    private final Messages messages;
    private final Channels channels;
    private final Scopes scopes;

    MessagePages(Outbox outbox, MessageDecisions decisions, Messages messages, Channels channels, Scopes scopes) {
        this.outbox = outbox;
        this.decisions = decisions;
        this.messages = messages;
        this.channels = channels;
        this.scopes = scopes;
    }

    /// Its place in the frame.
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        NavigationEntry messagesPlace() {
            return new NavigationEntry(
                    44, "correspondence.messages.title", PATH, "mail", "e", NavigationEntry.SEES_CUSTOMERS);
        }
    }

    @GetMapping
    String list(@RequestParam Map<String, String> query, SignedIn user, Scope scope, Page page, Model model) {
        var ignored = new ArrayList<String>();
        var filter = readable(query, ignored);
        var part = messages.list(scope, filter, new Paging(ROWS, query.get("cursor")));
        var address = new Address(PATH, kept(query)).without(ignored.toArray(String[]::new));
        model.addAttribute("page", page);
        model.addAttribute("messages", part.items());
        model.addAttribute(
                "more",
                part.next() == null ? null : address.with("cursor", part.next()).toString());
        if (query.containsKey("cursor")) {
            return "correspondence/_messageRows";
        }
        model.addAttribute("counts", messages.counts(scope, filter));
        model.addAttribute("address", address);
        model.addAttribute("channels", channels.all());
        model.addAttribute("ignored", ignored);
        model.addAttribute("said", model.getAttribute("said"));
        model.addAttribute("mayAdminister", user.administers());
        return "correspondence/messages";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, SignedIn user, Page page, Model model) {
        whole(id, user, page, model);
        model.addAttribute("said", model.getAttribute("said"));
        return "correspondence/message";
    }

    /// The same beside the list.
    @GetMapping("/{id}/panel")
    String panel(@PathVariable String id, SignedIn user, Page page, Model model) {
        whole(id, user, page, model);
        return "correspondence/_messagePanel";
    }

    @GetMapping("/{id}/files/{position}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable int position, SignedIn user) {
        var file = messages.file(scopes.of(user), id(id), position);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    @PostMapping("/{id}/confirmation")
    String confirm(@PathVariable String id, SignedIn user, Page page, RedirectAttributes after) {
        return done(decisions.confirm(user, scopes.of(user), id(id)), "confirmed", page, after);
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable String id, SignedIn user, Page page, RedirectAttributes after) {
        return done(decisions.cancel(user, scopes.of(user), id(id)), "cancelled", page, after);
    }

    /// @param recipient blank: the same
    @PostMapping("/{id}/resending")
    String resend(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String recipient,
            SignedIn user,
            Page page,
            RedirectAttributes after) {
        return done(outbox.resend(user, scopes.of(user), id(id), recipient), "resent", page, after);
    }

    private static String done(Message message, String what, Page page, RedirectAttributes after) {
        after.addFlashAttribute("said", page.t("correspondence.messages.said." + what));
        return "redirect:" + PATH + "/" + message.id();
    }

    /// Its id names it: it is found whatever company is in view.
    private void whole(String id, SignedIn user, Page page, Model model) {
        var scope = scopes.of(user);
        var message = messages.get(scope, id(id));
        model.addAttribute("page", page);
        model.addAttribute("message", message);
        model.addAttribute("body", messages.body(scope, message.id()).orElse(null));
        model.addAttribute("files", messages.files(scope, message.id()));
        model.addAttribute("attempts", messages.attempts(scope, message.id()));
        model.addAttribute("resentAs", messages.resentAs(scope, message.id()).orElse(null));
        model.addAttribute("mayWrite", user.role() != Role.EXECUTIVE && user.role() != Role.GUEST);
    }

    /// What cannot be read is left out and named.
    private static Message.Filter readable(Map<String, String> query, List<String> ignored) {
        var kept = kept(query);
        while (true) {
            try {
                return MessageQuery.of(kept);
            } catch (Problem problem) {
                var field = problem.errors().getFirst().field();
                ignored.add(field);
                kept.remove(field);
            }
        }
    }

    private static Map<String, String> kept(Map<String, String> query) {
        var kept = new HashMap<String, String>();
        FILTERS.forEach(name -> {
            @Nullable String value = query.get(name);
            if (value != null && !value.isBlank()) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    /// States in the order people look at them: what needs them first.
    static List<Name> tabs() {
        return List.of(
                Name.TO_CONFIRM,
                Name.WAITING,
                Name.SENT,
                Name.DELIVERED,
                Name.FAILED,
                Name.BOUNCED,
                Name.UNCERTAIN,
                Name.CANCELLED);
    }

    private static RowId id(String text) {
        return RowId.parse(text).orElseThrow(() -> Problem.notFound("correspondence.message.problem.unknown"));
    }
}
