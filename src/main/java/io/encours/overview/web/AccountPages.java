package io.encours.overview.web;

import io.encours.correspondence.inbound.Inbox;
import io.encours.correspondence.notice.PreLitigation;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.Arrangement;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.receivable.Receivables;
import io.encours.timeline.EventFilter;
import io.encours.timeline.Timeline;
import io.encours.worklist.ItemFilter;
import io.encours.worklist.ItemLists;
import io.encours.worklist.ItemView;
import io.encours.worklist.ItemViews;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A customer: the receivables view (C1), exchanges (C4), the ledger query (C3).
@Controller
@RequestMapping("/customers/{company}/{code}")
class AccountPages {

    private static final int ITEMS = 100;
    private static final int EVENTS = 30;
    private static final int LINES = 200;

    private final Customers customers;
    private final AccountHeads heads;
    private final ItemLists items;
    private final ItemViews views;
    private final Timeline timeline;
    private final Receivables receivables;
    private final Arrangement arrangement;
    private final PreLitigation preLitigation;
    private final Inbox inbox;

    AccountPages(
            Customers customers,
            AccountHeads heads,
            ItemLists items,
            ItemViews views,
            Timeline timeline,
            Receivables receivables,
            Arrangement arrangement,
            PreLitigation preLitigation,
            Inbox inbox) {
        this.customers = customers;
        this.heads = heads;
        this.items = items;
        this.views = views;
        this.timeline = timeline;
        this.receivables = receivables;
        this.arrangement = arrangement;
        this.preLitigation = preLitigation;
        this.inbox = inbox;
    }

    /// @param item the chosen one, whose events are shown; a settled one stands above those that are open
    @GetMapping
    String account(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String item,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var head = head(scope, company, code, "", page, model);
        model.addAttribute("columns", arrangement.columns(user, ItemWords.OF_A_CUSTOMER));
        var chosen = chosen(head.customer(), item, scope);
        items(head.customer(), null, chosen, scope, model);
        events(
                head.customer(),
                chosen.map(each -> each.id().toString()).orElse(null),
                null,
                new Address("", Map.of()),
                scope,
                model);
        model.addAttribute("chosen", chosen.map(each -> each.id().toString()).orElse(null));
        model.addAttribute(
                "chosenDocument",
                chosen.map(each -> ItemWords.document(each, page)).orElse(null));
        model.addAttribute("gone", item != null && !item.isBlank() && chosen.isEmpty());
        return "overview/account";
    }

    @GetMapping("/items")
    String moreItems(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam String cursor,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        model.addAttribute("page", page);
        model.addAttribute("columns", arrangement.columns(user, ItemWords.OF_A_CUSTOMER));
        items(customers.get(scope, company, code), cursor, Optional.empty(), scope, model);
        return "overview/_itemRows";
    }

    /// Events of the customer, or of one item; a part of the page.
    @GetMapping("/events")
    String events(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam Map<String, String> given,
            Scope scope,
            Page page,
            Model model) {
        model.addAttribute("page", page);
        events(customers.get(scope, company, code), item, cursor, asked("", given), scope, model);
        return cursor == null ? "overview/_events" : "overview/_eventRows";
    }

    /// A page of its own, that can be shared; inside of another page the part for its dialog.
    @GetMapping("/events/{event}")
    String event(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String event,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Scope scope,
            Page page,
            Model model) {
        var customer = head(scope, company, code, "exchanges", page, model).customer();
        var found = RowId.parse(event)
                .filter(id -> id.customer() == customer.id())
                .map(id -> timeline.get(scope, id))
                .orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        model.addAttribute("page", page);
        model.addAttribute("event", found);
        model.addAttribute(
                "quoted", inbox.quoted(customer.id(), found.id().id()).orElse(null));
        model.addAttribute("path", path(company, code));
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        return part == null ? "overview/event" : "overview/_event";
    }

    /// Whoever opens them has read the answers.
    @GetMapping("/exchanges")
    String exchanges(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        var head = head(scope, company, code, "exchanges", page, model);
        inbox.read(user, scope, head.customer().id());
        var address = asked(path(company, code) + "/exchanges", given);
        events(head.customer(), null, null, address, scope, model);
        model.addAttribute("address", address);
        model.addAttribute("refused", model.getAttribute("refused"));
        return "overview/exchanges";
    }

    @GetMapping("/ledger")
    String ledger(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            Scope scope,
            Page page,
            Model model) {
        var day = asOf == null ? page.today() : asOf;
        var slice = receivables.ledger(scope, company, code, day, LINES, cursor);
        model.addAttribute("page", page);
        model.addAttribute("lines", slice.items());
        model.addAttribute("asOf", day);
        model.addAttribute(
                "more",
                slice.next() == null
                        ? null
                        : new Address(path(company, code) + "/ledger", Map.of())
                                .with("asOf", day)
                                .with("cursor", slice.next())
                                .toString());
        if (cursor != null) {
            return "overview/_ledgerRows";
        }
        head(scope, company, code, "ledger", page, model);
        return "overview/ledger";
    }

    private AccountHead head(Scope scope, String company, String code, String tab, Page page, Model model) {
        var customer = customers.get(scope, company, code);
        var head = heads.of(customer, tab, page.today());
        model.addAttribute("page", page);
        model.addAttribute("head", head);
        return head;
    }

    private Optional<ItemView> chosen(Customer customer, @Nullable String item, Scope scope) {
        return Optional.ofNullable(item)
                .flatMap(RowId::parse)
                .filter(id -> id.customer() == customer.id())
                .flatMap(id -> views.find(scope, id));
    }

    private void items(
            Customer customer, @Nullable String cursor, Optional<ItemView> chosen, Scope scope, Model model) {
        var open = ItemFilter.openOf(customer.company(), customer.code());
        var slice = items.list(scope, open, ItemLists.Order.DUE_DATE, cursor, ITEMS);
        var rows = new ArrayList<>(slice.items());
        chosen.filter(item -> rows.stream().noneMatch(row -> row.id().equals(item.id())))
                .ifPresent(item -> rows.addFirst(item));
        model.addAttribute("items", rows);
        model.addAttribute("noticed", preLitigation.items(List.of(customer.id())));
        model.addAttribute(
                "moreItems",
                slice.next() == null
                        ? null
                        : new Address(path(customer.company(), customer.code()) + "/items", Map.of())
                                .with("cursor", slice.next())
                                .toString());
    }

    /// What of the address narrows the events.
    private static Address asked(String path, Map<String, String> given) {
        var asked = new TreeMap<String, String>();
        for (var name : List.of("type", "channel", "from", "to", "q", "direction")) {
            var value = given.get(name);
            if (value != null && !value.isBlank()) {
                asked.put(name, value);
            }
        }
        return new Address(path, asked);
    }

    private void events(
            Customer customer,
            @Nullable String item,
            @Nullable String cursor,
            Address asked,
            Scope scope,
            Model model) {
        var after = cursor == null ? null : io.encours.platform.Cursor.parse(cursor, 2);
        var chosen = item == null || item.isBlank()
                ? null
                : RowId.parse(item)
                        .filter(id -> id.customer() == customer.id())
                        .orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        var slice = chosen == null
                ? timeline.ofCustomer(scope, customer.id(), EventFilter.of(asked.parameters()), after, EVENTS)
                : timeline.ofItem(scope, chosen, after, EVENTS);
        model.addAttribute("events", slice.items());
        model.addAttribute(
                "debitPath",
                chosen == null
                        ? null
                        : path(customer.company(), customer.code()) + "/items/" + chosen + "/direct-debit");
        model.addAttribute("eventsPath", path(customer.company(), customer.code()) + "/events");
        model.addAttribute(
                "moreEvents",
                slice.next() == null
                        ? null
                        : new Address(path(customer.company(), customer.code()) + "/events", asked.parameters())
                                .with("item", item)
                                .with("cursor", slice.next())
                                .toString());
    }

    private static String path(String company, String code) {
        return "/customers/" + Address.part(company) + "/" + Address.part(code);
    }
}
