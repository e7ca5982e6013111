package io.encours.correspondence;

import io.encours.correspondence.MergeData.Charges;
import io.encours.correspondence.MergeData.Dated;
import io.encours.correspondence.MergeData.Debit;
import io.encours.correspondence.MergeData.Line;
import io.encours.correspondence.MergeData.Party;
import io.encours.correspondence.MergeData.PaymentMeans;
import io.encours.correspondence.MergeData.Person;
import io.encours.platform.web.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The values of the fields in a language: the tree of `MergeField.ALL`, filled.
final class MergeValues {

    /// A value as it is printed.
    ///
    /// @param isThere a section with its name is shown
    record Value(String text, boolean isThere) {}

    private final Formats formats;
    private final MergeData data;

    private MergeValues(MergeData data, Locale locale) {
        this.formats = new Formats(locale);
        this.data = data;
    }

    static Map<String, Object> of(MergeData data, String language) {
        return new MergeValues(data, Locale.forLanguageTag(language)).tree();
    }

    private Map<String, Object> tree() {
        var lines = data.items().stream()
                .collect(
                        Collectors.toMap(Function.identity(), this::line, (same, other) -> same, IdentityHashMap::new));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("today", inWords(data.today()));
        tree.put("deadline", inWords(data.deadline()));
        tree.put("customer", firm(data.customer()));
        tree.put("contact", person(data.contact()));
        tree.put("company", firm(data.company()));
        tree.put("agent", person(data.agent()));
        tree.put("items", lines(lines, line -> true));
        tree.put("overdueItems", lines(lines, line -> line.isOverdue(data.today())));
        tree.put("notDueItems", lines(lines, line -> !line.isCredit() && !line.isOverdue(data.today())));
        tree.put("credits", lines(lines, Line::isCredit));
        tree.put("severalItems", condition(data.items().size() > 1));
        tree.put("totals", totals());
        tree.put("payment", payment());
        tree.put("charges", charges());
        tree.put("promise", dated(data.occasion().promise()));
        tree.put("debit", debit(data.occasion().debit()));
        tree.put(
                "instalments",
                data.occasion().instalments().stream().map(this::inAList).toList());
        tree.put("receipt", dated(data.occasion().receipt()));
        return tree;
    }

    private static Map<String, Object> firm(Party firm) {
        return values(
                "name", text(firm.name()),
                "code", text(firm.code()),
                "siren", text(grouped(firm.siren())),
                "vatNumber", text(firm.vatNumber()),
                "address", text(firm.address()),
                "postalCode", text(firm.postalCode()),
                "city", text(firm.city()),
                "country", text(firm.country()),
                "email", text(firm.email()),
                "phone", text(firm.phone()));
    }

    private static Map<String, Object> person(Person person) {
        return person.equals(Person.NOBODY)
                ? Map.of()
                : values("name", text(person.name()), "email", text(person.email()), "phone", text(person.phone()));
    }

    private List<Map<String, Object>> lines(Map<Line, Map<String, Object>> values, Predicate<Line> wanted) {
        return data.items().stream()
                .filter(wanted)
                .map(line -> Objects.requireNonNull(values.get(line)))
                .toList();
    }

    private Map<String, Object> line(Line line) {
        var paid = line.original().subtract(line.remaining());
        return values(
                "number", text(line.number()),
                "label", text(line.label()),
                "date", inFigures(line.date()),
                "dueDate", inFigures(line.dueDate()),
                "amount", amount(line.original()),
                "paid", amount(paid),
                "remaining", amount(line.remaining()),
                "daysLate", number(daysLate(line)),
                "overdue", condition(line.isOverdue(data.today())),
                "partlyPaid", condition(paid.signum() != 0),
                "credit", condition(line.isCredit()));
    }

    private long daysLate(Line line) {
        return line.isOverdue(data.today()) ? ChronoUnit.DAYS.between(line.dueDate(), data.today()) : 0;
    }

    private Map<String, Object> totals() {
        return values(
                "items",
                amount(itemsTotal()),
                "itemCount",
                number(data.items().size()),
                "daysLate",
                number(data.items().stream().mapToLong(this::daysLate).max().orElse(0)),
                "overdue",
                amount(data.totals().overdue()),
                "notDue",
                amount(data.totals().notDue()),
                "unallocated",
                amount(data.totals().unallocated()),
                "balance",
                amount(data.totals().balance()));
    }

    private BigDecimal itemsTotal() {
        return data.items().stream().map(Line::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<String, Object> payment() {
        var payment = data.payment();
        return payment.equals(PaymentMeans.UNKNOWN)
                ? Map.of()
                : values(
                        "iban", text(inFours(payment.iban())),
                        "bic", text(payment.bic()),
                        "reference", text(payment.reference()),
                        "link", text(payment.link()));
    }

    private Map<String, Object> charges() {
        var charges = Objects.requireNonNullElse(data.charges(), new Charges(BigDecimal.ZERO, BigDecimal.ZERO));
        var total = charges.interest().add(charges.indemnity());
        return total.signum() == 0
                ? Map.of()
                : values(
                        "interest", amount(charges.interest()),
                        "indemnity", amount(charges.indemnity()),
                        "total", amount(total),
                        "withItems", amount(itemsTotal().add(total)));
    }

    private Map<String, Object> dated(@Nullable Dated dated) {
        return dated == null ? Map.of() : values("date", inWords(dated.date()), "amount", amount(dated.amount()));
    }

    private Map<String, Object> inAList(Dated dated) {
        return values("date", inFigures(dated.date()), "amount", amount(dated.amount()));
    }

    private Map<String, Object> debit(@Nullable Debit debit) {
        return debit == null
                ? Map.of()
                : values(
                        "date", inWords(debit.date()),
                        "amount", amount(debit.amount()),
                        "mandate", text(debit.mandate()),
                        "reason", text(debit.reason()));
    }

    private Value amount(BigDecimal amount) {
        return new Value(formats.money(amount, data.currency()), amount.signum() != 0);
    }

    private Value number(long number) {
        return new Value(formats.number(number), number != 0);
    }

    private Value inFigures(LocalDate date) {
        return new Value(formats.date(date), true);
    }

    /// `1er décembre 2026`, as a sentence has it.
    private Value inWords(@Nullable LocalDate date) {
        if (date == null) {
            return text(null);
        }
        var locale = formats.locale();
        // American order would be taken for the other by most readers of English.
        var words = locale.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(date);
        var first = locale.getLanguage().equals("fr") && date.getDayOfMonth() == 1;
        return new Value(first ? words.replaceFirst("^1 ", "1er ") : words, true);
    }

    private static Value text(@Nullable String text) {
        return new Value(Objects.requireNonNullElse(text, ""), text != null && !text.isBlank());
    }

    private static Value condition(boolean isSo) {
        return new Value("", isSo);
    }

    /// `552 100 554`: the nine digits of a SIREN in threes, held together.
    private static @Nullable String grouped(@Nullable String siren) {
        return siren == null ? null : siren.replaceAll("(\\d{3})(?=\\d)", "$1\u00A0");
    }

    private static @Nullable String inFours(@Nullable String iban) {
        return iban == null ? null : iban.replace(" ", "").replaceAll("(.{4})(?=.)", "$1\u00A0");
    }

    private static Map<String, Object> values(Object... namesAndValues) {
        var values = new LinkedHashMap<String, Object>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            values.put((String) namesAndValues[index], namesAndValues[index + 1]);
        }
        return values;
    }
}
