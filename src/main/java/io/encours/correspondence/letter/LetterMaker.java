package io.encours.correspondence.letter;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.correspondence.MergeData;
import io.encours.correspondence.MergeData.Line;
import io.encours.correspondence.MergeData.Occasion;
import io.encours.correspondence.MergeData.Party;
import io.encours.correspondence.MergeData.PaymentMeans;
import io.encours.correspondence.MergeData.Person;
import io.encours.correspondence.PreparedTemplate;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.Templates;
import io.encours.correspondence.letter.Account.OpenItem;
import io.encours.correspondence.letter.LetterRules.Verdict;
import io.encours.customer.Customer;
import io.encours.platform.Scope;
import io.encours.platform.SideBySide;
import io.encours.platform.web.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Makes letters: reads what is known of all their customers at once, judges each order, sets and prints over
/// all cores. Writes nothing.
@Component
class LetterMaker {

    /// What is made, and who gets none.
    record Made(List<WrittenLetter> letters, List<Refusal> refusals) {}

    private static final long NO_NUMBER = 0;

    private record Task(Account account, LetterOrder order, List<OpenItem> items, long number) {}

    /// A letter of a day as another one is told from it: whom it is to, its words, its items.
    record Likeness(long customerId, String template, Set<Long> items) {}

    private final Companies companies;
    private final Letterheads letterheads;
    private final Templates templates;
    private final AccountReader accounts;
    private final LetterPress press;
    private final LetterStore store;
    private final Texts texts;

    LetterMaker(
            Companies companies,
            Letterheads letterheads,
            Templates templates,
            AccountReader accounts,
            LetterPress press,
            LetterStore store,
            Texts texts) {
        this.companies = companies;
        this.letterheads = letterheads;
        this.templates = templates;
        this.accounts = accounts;
        this.press = press;
        this.store = store;
        this.texts = texts;
    }

    /// Each letter has a number of its own. What stands already today is not made again.
    ///
    /// @param isDrawn its pages are drawn, too
    Made make(
            Scope scope, long companyId, TemplateUse use, List<LetterOrder> orders, LocalDate today, boolean isDrawn) {
        var customers = orders.stream().map(LetterOrder::customerId).toList();
        return make(scope, companyId, use, orders, today, store.standing(customers, today), store::numbers, isDrawn);
    }

    /// As they would be, without numbers.
    Made draft(Scope scope, long companyId, TemplateUse use, List<LetterOrder> orders, LocalDate today) {
        return make(
                scope,
                companyId,
                use,
                orders,
                today,
                Set.of(),
                howMany -> Collections.nCopies(howMany, NO_NUMBER),
                true);
    }

    private Made make(
            Scope scope,
            long companyId,
            TemplateUse use,
            List<LetterOrder> orders,
            LocalDate today,
            Set<Likeness> standing,
            IntFunction<List<Long>> numbering,
            boolean isDrawn) {
        var desk = new Desk(
                companies.byId(companyId),
                letterheads.of(companyId),
                letterheads.logo(companyId),
                use,
                new ConcurrentHashMap<>(),
                today);
        var known = accounts.read(
                scope,
                companyId,
                orders.stream().map(LetterOrder::customerId).distinct().toList(),
                today);
        var refusals = new ArrayList<Refusal>();
        var made = new HashSet<>(standing);
        var accepted = new ArrayList<Task>();
        for (var order : orders) {
            var account = known.get(order.customerId());
            if (account == null) {
                refusals.add(new Refusal(order, "", "", Refusal.Reason.UNKNOWN_CUSTOMER));
                continue;
            }
            switch (LetterRules.judge(account, order, use.purpose(), today)) {
                case Verdict.Refused(var reason) -> refusals.add(refusal(account.customer(), order, reason));
                case Verdict.About(var items) -> {
                    if (template(desk, account.customer()).isEmpty()) {
                        refusals.add(refusal(account.customer(), order, Refusal.Reason.NO_TEMPLATE));
                    } else if (made.add(likeness(desk, account.customer(), items))) {
                        accepted.add(new Task(account, order, items, NO_NUMBER));
                    } else {
                        refusals.add(refusal(account.customer(), order, Refusal.Reason.ALREADY_MADE));
                    }
                }
            }
        }
        var numbers = numbering.apply(accepted.size());
        var tasks = new ArrayList<Task>();
        for (var index = 0; index < accepted.size(); index++) {
            var task = accepted.get(index);
            tasks.add(new Task(task.account(), task.order(), task.items(), numbers.get(index)));
        }
        return new Made(written(desk, tasks, isDrawn), refusals);
    }

    /// The templates were read before the threads start, in the transaction of the caller.
    private List<WrittenLetter> written(Desk desk, List<Task> tasks, boolean isDrawn) {
        return tasks.isEmpty()
                ? List.of()
                : SideBySide.all(tasks.stream()
                        .<Callable<WrittenLetter>>map(task -> () -> write(desk, task, isDrawn))
                        .toList());
    }

    /// What all letters of a batch have in common.
    private record Desk(
            Company company,
            Letterhead paper,
            Optional<byte[]> logo,
            TemplateUse use,
            Map<String, Optional<PreparedTemplate>> templates,
            LocalDate today) {}

    private Likeness likeness(Desk desk, Customer customer, List<OpenItem> items) {
        return new Likeness(
                customer.id(),
                prepared(desk, customer).template().code(),
                items.stream().map(OpenItem::id).collect(Collectors.toSet()));
    }

    private Optional<PreparedTemplate> template(Desk desk, Customer customer) {
        return desk.templates()
                .computeIfAbsent(
                        customer.details().language(),
                        language -> templates.preparedIfThere(desk.company().id(), in(desk.use(), language)));
    }

    private PreparedTemplate prepared(Desk desk, Customer customer) {
        return template(desk, customer).orElseThrow();
    }

    private WrittenLetter write(Desk desk, Task task, boolean isDrawn) {
        var account = task.account();
        var data = data(desk, task);
        var template = prepared(desk, account.customer());
        var sheet = new LetterSheet(
                texts,
                desk.paper(),
                task.number() == NO_NUMBER ? "\u2013" : Letter.number(task.number()),
                desk.use().purpose(),
                data,
                template.fill(data),
                task.order().annex());
        var markup = press.set(sheet);
        return new WrittenLetter(
                task.order(),
                account.customer(),
                task.number(),
                desk.use().purpose(),
                desk.use().stage(),
                sheet,
                task.items(),
                markup,
                isDrawn ? press.print(markup, desk.logo()) : null);
    }

    private static MergeData data(Desk desk, Task task) {
        var account = task.account();
        var customer = account.customer();
        return new MergeData(
                desk.today(),
                task.order().deadline(),
                customer.currency(),
                Party.of(customer, desk.company()),
                Person.NOBODY,
                Party.of(desk.paper(), desk.company()),
                account.agent(),
                task.items().stream().map(LetterMaker::line).toList(),
                account.totals(desk.today()),
                PaymentMeans.of(desk.paper(), customer),
                task.order().charges(),
                Occasion.NONE);
    }

    private static Line line(OpenItem item) {
        return new Line(item.document(), item.label(), item.date(), item.dueDate(), item.original(), item.remaining());
    }

    private static TemplateUse in(TemplateUse use, String language) {
        return new TemplateUse(use.channel(), use.purpose(), use.stage(), use.level(), language, use.code());
    }

    private static Refusal refusal(Customer customer, LetterOrder order, Refusal.Reason reason) {
        return new Refusal(order, customer.code(), customer.name(), reason);
    }
}
