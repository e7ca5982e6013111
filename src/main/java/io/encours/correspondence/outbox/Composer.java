package io.encours.correspondence.outbox;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.correspondence.Channel;
import io.encours.correspondence.Filled;
import io.encours.correspondence.MergeData;
import io.encours.correspondence.MergeData.Charges;
import io.encours.correspondence.MergeData.Line;
import io.encours.correspondence.MergeData.Occasion;
import io.encours.correspondence.MergeData.Party;
import io.encours.correspondence.MergeData.PaymentMeans;
import io.encours.correspondence.MergeData.Person;
import io.encours.correspondence.PreparedTemplate;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.Templates;
import io.encours.correspondence.letter.Account;
import io.encours.correspondence.letter.Account.OpenItem;
import io.encours.correspondence.letter.AccountReader;
import io.encours.platform.Scope;
import io.encours.platform.SideBySide;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Makes messages out of templates or of a person's own words: reads what is known of all customers at once,
/// judges each order, fills in the text. Writes nothing; what it makes is at once the preview and what goes
/// out.
@Service
public class Composer {

    /// A message that is wanted.
    ///
    /// @param items ids of the customer's items; empty: for a statement all that are open, else all that are
    ///     overdue
    /// @param deadline until when the customer is asked to pay; null: none is set
    /// @param charges interest and indemnities claimed with it; null: none
    public record Order(
            long customerId,
            List<Long> items,
            @Nullable LocalDate deadline,
            @Nullable Charges charges,
            Occasion occasion) {

        public Order {
            items = List.copyOf(items);
        }

        public static Order about(long customerId, List<Long> items) {
            return new Order(customerId, items, null, null, Occasion.NONE);
        }

        public Order until(@Nullable LocalDate day) {
            return new Order(customerId, items, day, charges, occasion);
        }
    }

    /// @param made in the order of the orders
    /// @param refused customers who get none, each with the reason
    public record Outcome(List<Composed> made, List<MessageRefusal> refused) {}

    /// What all messages of a batch have in common.
    private record Desk(
            Company company,
            Letterhead paper,
            TemplateUse use,
            Map<String, Optional<PreparedTemplate>> templates,
            LocalDate today) {}

    private final Companies companies;
    private final Letterheads letterheads;
    private final Templates templates;
    private final AccountReader accounts;
    private final MailPress press;

    Composer(
            Companies companies,
            Letterheads letterheads,
            Templates templates,
            AccountReader accounts,
            MailPress press) {
        this.companies = companies;
        this.letterheads = letterheads;
        this.templates = templates;
        this.accounts = accounts;
        this.press = press;
    }

    /// Messages of one kind to many customers of a company, each in its language.
    ///
    /// @param use what for; its channel is e-mail or SMS
    public Outcome compose(Scope scope, long companyId, TemplateUse use, List<Order> orders, LocalDate today) {
        var known = read(scope, companyId, orders, today);
        var desk = new Desk(companies.byId(companyId), letterheads.of(companyId), use, new HashMap<>(), today);
        var made = new ArrayList<Callable<Composed>>();
        var refused = new ArrayList<MessageRefusal>();
        for (var order : orders) {
            switch (MessageRules.judge(known.get(order.customerId()), order, use.channel(), use.purpose(), today)) {
                case MessageRules.Verdict.Refused(var refusal) -> refused.add(refusal);
                case MessageRules.Verdict.About(var account, var recipient, var items) ->
                    template(desk, account)
                            .ifPresentOrElse(
                                    template ->
                                            made.add(() -> filled(desk, account, order, recipient, items, template)),
                                    () -> refused.add(
                                            MessageRefusal.of(account.customer(), MessageRefusal.Reason.NO_TEMPLATE)));
            }
        }
        return new Outcome(made.isEmpty() ? List.of() : SideBySide.all(made), refused);
    }

    /// A message in a person's own words; items are listed under an e-mail when there are any.
    ///
    /// @param use channel, purpose and stage; the language is the customer's
    /// @param text plain
    public Outcome inOwnWords(
            Scope scope, long companyId, TemplateUse use, Order order, String subject, String text, LocalDate today) {
        var known = read(scope, companyId, List.of(order), today);
        var desk = new Desk(companies.byId(companyId), letterheads.of(companyId), use, Map.of(), today);
        return switch (MessageRules.judgeWords(known.get(order.customerId()), order, use.channel())) {
            case MessageRules.Verdict.Refused(var refusal) -> new Outcome(List.of(), List.of(refusal));
            case MessageRules.Verdict.About(var account, var recipient, var items) -> {
                var language = account.customer().details().language();
                var words = use.channel() == Channel.SMS ? OwnWords.sms(text) : text.strip();
                var filled = new Filled("", 0, language, subject, OwnWords.html(text), words);
                yield new Outcome(
                        List.of(composed(desk, account, data(desk, account, order, items), recipient, items, filled)),
                        List.of());
            }
        };
    }

    private Map<Long, Account> read(Scope scope, long companyId, List<Order> orders, LocalDate today) {
        return accounts.read(
                scope,
                companyId,
                orders.stream().map(Order::customerId).distinct().toList(),
                today);
    }

    /// In the customer's language; empty when there is none of this code, or for this purpose.
    private Optional<PreparedTemplate> template(Desk desk, Account account) {
        return desk.templates()
                .computeIfAbsent(
                        account.customer().details().language(),
                        language -> templates.preparedIfThere(desk.company().id(), in(desk.use(), language)));
    }

    private Composed filled(
            Desk desk,
            Account account,
            Order order,
            String recipient,
            List<OpenItem> items,
            PreparedTemplate template) {
        var data = data(desk, account, order, items);
        return composed(desk, account, data, recipient, items, template.fill(data));
    }

    private Composed composed(
            Desk desk, Account account, MergeData data, String recipient, List<OpenItem> items, Filled filled) {
        var sheet = press.sheet(desk.paper(), desk.use().purpose(), data, filled);
        var isMail = desk.use().channel() == Channel.EMAIL;
        return new Composed(
                account.customer(),
                desk.use().channel(),
                desk.use().purpose(),
                desk.use().stage(),
                filled,
                recipient,
                isMail ? press.text(sheet) : filled.text(),
                isMail ? press.html(sheet) : "",
                items,
                desk.today());
    }

    private static MergeData data(Desk desk, Account account, Order order, List<OpenItem> items) {
        var customer = account.customer();
        return new MergeData(
                desk.today(),
                order.deadline(),
                customer.currency(),
                Party.of(customer, desk.company()),
                Person.NOBODY,
                Party.of(desk.paper(), desk.company()),
                account.agent(),
                items.stream().map(Composer::line).toList(),
                account.totals(desk.today()),
                PaymentMeans.of(desk.paper(), customer),
                order.charges(),
                order.occasion());
    }

    private static Line line(OpenItem item) {
        return new Line(item.document(), item.label(), item.date(), item.dueDate(), item.original(), item.remaining());
    }

    private static TemplateUse in(TemplateUse use, String language) {
        return new TemplateUse(use.channel(), use.purpose(), use.stage(), use.level(), language, use.code());
    }

    /// For messages that are about nothing in particular.
    public static TemplateUse ownWords(Channel channel) {
        return new TemplateUse(channel, Purpose.OTHER, Stage.AMICABLE, 1, "fr", null);
    }
}
