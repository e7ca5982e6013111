package io.encours.correspondence;

import io.encours.company.Companies;
import io.encours.correspondence.MergeData.Dated;
import io.encours.correspondence.MergeData.Debit;
import io.encours.correspondence.MergeData.Occasion;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.receivable.Item;
import io.encours.receivable.ItemFilter;
import io.encours.receivable.Receivables;
import io.encours.strategy.Purpose;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Shows a text, saved or not, as a customer would get it.
@Service
public class TemplatePreviews {

    /// @param subject what is wrong with it; empty: nothing
    /// @param body the same
    /// @param filled null when something is wrong
    /// @param removed what will be taken out of the HTML when it is saved
    /// @param sms how the network counts it; null when it is none
    public record Preview(
            Customer customer,
            List<Flaw> subject,
            List<Flaw> body,
            @Nullable Filled filled,
            List<String> removed,
            @Nullable SmsText sms) {}

    private static final int MOST_ITEMS = 200;
    private static final int LOOKED_AT = 100;
    private static final int FOUND = 8;
    /// So many overdue items show what a text makes of several.
    private static final int TELLING = 3;

    private static final int DAYS_TO_PAY = 8;
    private static final int INSTALMENTS = 3;

    private final Companies companies;
    private final Customers customers;
    private final Receivables receivables;
    private final MergeReader reader;
    private final BusinessDate dates;

    TemplatePreviews(
            Companies companies, Customers customers, Receivables receivables, MergeReader reader, BusinessDate dates) {
        this.companies = companies;
        this.customers = customers;
        this.receivables = receivables;
        this.reader = reader;
        this.dates = dates;
    }

    /// @param company code of the customer's
    /// @throws Problem not found, also when the customer is outside of the scope; invalid without a channel
    public Preview of(Scope scope, TemplateDraft draft, String company, String customerCode) {
        var customer = customers.get(scope, company, customerCode);
        var channel = DraftReader.channel(draft.channel());
        var language = DraftReader.language(draft.language());
        var subject = channel.hasSubject() ? text(draft.subject()) : "";
        var body = text(draft.body());
        var subjectFlaws = TemplateCheck.flaws(subject, false);
        var bodyFlaws = TemplateCheck.flaws(body, channel.isHtml());
        if (!subjectFlaws.isEmpty() || !bodyFlaws.isEmpty()) {
            return new Preview(customer, subjectFlaws, bodyFlaws, null, List.of(), null);
        }
        var cleaned = channel.isHtml() ? SafeHtml.cleaned(body) : new SafeHtml.Cleaned(body, List.of());
        var left = TemplateCheck.flaws(cleaned.html(), channel.isHtml());
        if (!left.isEmpty()) {
            return new Preview(customer, List.of(), left, null, cleaned.removed(), null);
        }
        var purpose = DraftReader.purpose(draft.purpose());
        var filled =
                PreparedTemplate.of(channel, language, subject, cleaned.html()).fill(data(scope, customer, purpose));
        return new Preview(
                customer,
                List.of(),
                List.of(),
                filled,
                cleaned.removed(),
                channel == Channel.SMS ? SmsText.of(filled.text()) : null);
    }

    /// Customers of a company whose name or code has what was typed.
    public List<Customer> customers(Scope scope, String company, String typed) {
        return customers
                .list(scope, new Customers.Filter(company, typed, null, null, null), FOUND, null)
                .items();
    }

    /// One whose account shows something: with a few overdue items where there is one.
    public Optional<Customer> suggested(Scope scope, String company) {
        var some = customers
                .list(scope, new Customers.Filter(company, null, null, null, null), LOOKED_AT, null)
                .items();
        var positions = receivables.positions(some.stream().map(Customer::id).toList(), today(company));
        return some.stream().min(Comparator.comparingInt(customer -> {
            var position = positions.get(customer.id());
            return position == null || position.overdueItems() == 0
                    ? Integer.MAX_VALUE
                    : Math.abs(position.overdueItems() - TELLING);
        }));
    }

    private LocalDate today(String company) {
        return companies.find(company).map(found -> dates.today(found.zone())).orElseGet(dates::today);
    }

    private MergeData data(Scope scope, Customer customer, Purpose purpose) {
        var today = today(customer.company());
        var open = receivables
                .items(scope, ItemFilter.openItemsOf(customer.company(), customer.code()), today, MOST_ITEMS, null)
                .items();
        var items = chosen(open, purpose, today);
        var data = reader.read(customer, items, today)
                .until(today.plusDays(DAYS_TO_PAY))
                .about(example(items, today));
        return purpose == Purpose.REMINDER || purpose == Purpose.FORMAL_NOTICE
                ? reader.charges(customer, items, today).map(data::with).orElse(data)
                : data;
    }

    /// The items such a message would be about.
    private static List<Item> chosen(List<Item> open, Purpose purpose, LocalDate today) {
        var claims = open.stream().filter(item -> item.remaining().signum() > 0).toList();
        var wanted = switch (purpose) {
            case STATEMENT -> open;
            case ANNOUNCEMENT ->
                claims.stream().filter(item -> !item.dueDate().isBefore(today)).toList();
            case REMINDER, FORMAL_NOTICE, CONFIRMATION, OTHER ->
                claims.stream().filter(item -> item.dueDate().isBefore(today)).toList();
        };
        return wanted.isEmpty() ? claims : wanted;
    }

    /// A promise, a debit, a plan and a receipt over the items, as an example: the customer may have none.
    private static Occasion example(List<Item> items, LocalDate today) {
        var total = items.stream().map(Item::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0) {
            return Occasion.NONE;
        }
        var part = total.divide(BigDecimal.valueOf(INSTALMENTS), 2, RoundingMode.DOWN);
        var last = total.subtract(part.multiply(BigDecimal.valueOf(INSTALMENTS - 1)));
        var soon = today.plusDays(DAYS_TO_PAY);
        return new Occasion(
                new Dated(soon, total),
                new Debit(soon, total, "RUM-000001", null),
                List.of(
                        new Dated(soon, part),
                        new Dated(soon.plusMonths(1), part),
                        new Dated(soon.plusMonths(2), last)),
                new Dated(today.minusDays(1), total));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }
}
