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
import io.encours.platform.CreditorReference;
import io.encours.platform.Scope;
import io.encours.platform.SideBySide;
import io.encours.platform.web.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/// Makes letters: reads what is known of all their customers at once, judges each order, prints over all cores. Writes
/// nothing.
@Component
class LetterMaker {

    /// What is made, and who gets none.
    record Made(List<DrawnLetter> letters, List<Refusal> refusals) {}

    private static final long NO_NUMBER = 0;

    private record Task(Account account, LetterOrder order, List<OpenItem> items, long number) {}

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

    /// Each letter has a number of its own.
    Made make(Scope scope, long companyId, TemplateUse use, List<LetterOrder> orders, LocalDate today) {
        return make(scope, companyId, use, orders, today, store::numbers);
    }

    /// As they would be, without numbers.
    Made draft(Scope scope, long companyId, TemplateUse use, List<LetterOrder> orders, LocalDate today) {
        return make(scope, companyId, use, orders, today, howMany -> Collections.nCopies(howMany, NO_NUMBER));
    }

    private Made make(
            Scope scope,
            long companyId,
            TemplateUse use,
            List<LetterOrder> orders,
            LocalDate today,
            IntFunction<List<Long>> numbering) {
        var known = accounts.read(
                scope,
                companyId,
                orders.stream().map(LetterOrder::customerId).distinct().toList());
        var refusals = new ArrayList<Refusal>();
        var accepted = new ArrayList<Task>();
        for (var order : orders) {
            var account = known.get(order.customerId());
            if (account == null) {
                refusals.add(new Refusal(order.customerId(), "", "", Refusal.Reason.UNKNOWN_CUSTOMER));
                continue;
            }
            switch (LetterRules.judge(account, order, use.purpose(), today)) {
                case Verdict.Refused(var reason) -> refusals.add(refusal(account.customer(), reason));
                case Verdict.About(var items) -> accepted.add(new Task(account, order, items, NO_NUMBER));
            }
        }
        var numbers = numbering.apply(accepted.size());
        var tasks = new ArrayList<Task>();
        for (var index = 0; index < accepted.size(); index++) {
            var task = accepted.get(index);
            tasks.add(new Task(task.account(), task.order(), task.items(), numbers.get(index)));
        }
        return new Made(printed(companyId, use, tasks, today), refusals);
    }

    private List<DrawnLetter> printed(long companyId, TemplateUse use, List<Task> tasks, LocalDate today) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var desk = new Desk(
                companies.byId(companyId),
                letterheads.of(companyId),
                letterheads.logo(companyId),
                use,
                new ConcurrentHashMap<>(),
                today);
        // Before the threads start: whether there is a template is asked in the transaction of the caller.
        tasks.forEach(task -> prepared(desk, task.account().customer()));
        return SideBySide.all(tasks.stream()
                .<Callable<DrawnLetter>>map(task -> () -> print(desk, task))
                .toList());
    }

    /// What all letters of a batch have in common.
    private record Desk(
            Company company,
            Letterhead paper,
            Optional<byte[]> logo,
            TemplateUse use,
            Map<String, PreparedTemplate> templates,
            LocalDate today) {}

    private PreparedTemplate prepared(Desk desk, Customer customer) {
        return desk.templates()
                .computeIfAbsent(
                        customer.details().language(),
                        language -> templates.prepared(desk.company().id(), in(desk.use(), language)));
    }

    private DrawnLetter print(Desk desk, Task task) {
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
        return new DrawnLetter(
                account.customer(),
                task.number(),
                desk.use().purpose(),
                desk.use().stage(),
                sheet,
                task.items(),
                press.print(sheet, desk.logo()));
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
                creditor(desk),
                account.agent(),
                task.items().stream().map(LetterMaker::line).toList(),
                account.totals(desk.today()),
                means(desk.paper(), customer),
                task.order().charges(),
                Occasion.NONE);
    }

    private static Line line(OpenItem item) {
        return new Line(item.document(), item.label(), item.date(), item.dueDate(), item.original(), item.remaining());
    }

    private static PaymentMeans means(Letterhead paper, Customer customer) {
        var account = paper.account();
        return account == null
                ? PaymentMeans.UNKNOWN
                : new PaymentMeans(account.iban(), account.bic(), reference(customer), null);
    }

    /// By which a transfer is recognised: the code of the customer with check digits.
    static String reference(Customer customer) {
        return CreditorReference.of(customer.code())
                .or(() -> CreditorReference.of("C" + customer.id()))
                .orElseThrow()
                .value();
    }

    private static Party creditor(Desk desk) {
        var paper = desk.paper();
        return new Party(
                paper.name(),
                desk.company().code(),
                paper.siren(),
                paper.vatNumber(),
                paper.address(),
                paper.postalCode(),
                paper.city(),
                null,
                paper.email(),
                paper.phone());
    }

    private static TemplateUse in(TemplateUse use, String language) {
        return new TemplateUse(use.channel(), use.purpose(), use.stage(), use.level(), language, use.code());
    }

    private static Refusal refusal(Customer customer, Refusal.Reason reason) {
        return new Refusal(customer.id(), customer.code(), customer.name(), reason);
    }
}
