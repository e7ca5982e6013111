package io.encours.correspondence.letter;

import io.encours.company.Letterhead;
import io.encours.correspondence.Filled;
import io.encours.correspondence.MergeData;
import io.encours.correspondence.MergeData.Charges;
import io.encours.platform.BankAccount;
import io.encours.platform.web.Formats;
import io.encours.platform.web.Texts;
import io.encours.strategy.Purpose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a letter's page is made of, for its template.
///
/// @param number what the letter calls its reference
public record LetterSheet(
        Texts texts,
        Letterhead paper,
        String number,
        Purpose purpose,
        MergeData data,
        Filled filled,
        @Nullable String annex) {

    /// @param daysLate 0 when it is not overdue
    public record Row(
            String number,
            String date,
            String dueDate,
            String amount,
            String paid,
            String remaining,
            String daysLate,
            boolean isCredit) {}

    public String t(String key, Object... arguments) {
        return texts.text(locale(), "correspondence.letter." + key, arguments);
    }

    public String language() {
        return filled.language();
    }

    /// Where and when: "Lyon, le 24 novembre 2026".
    public String placeAndDate() {
        var date = LongDate.of(data.today(), locale());
        return paper.city() == null ? date : t("placeAndDate", paper.city(), date);
    }

    /// The sender's address and how to reach them, under the name.
    public List<String> senderLines() {
        return present(
                joined(", ", paper.address(), joined(" ", paper.postalCode(), paper.city())),
                joined(" \u00b7 ", paper.phone(), paper.email()));
    }

    /// In the window; six lines fit.
    public List<String> recipientLines() {
        var customer = data.customer();
        var street = Objects.requireNonNullElse(customer.address(), "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(3);
        var country = customer.country();
        return Stream.concat(
                        street,
                        present(
                                joined(" ", customer.postalCode(), customer.city()),
                                country == null ? null : country.toUpperCase(locale()))
                                .stream())
                .toList();
    }

    /// Last lines of every page.
    public String legalLine() {
        return present(
                        paper.name(),
                        paper.legal() == null ? null : paper.legal().replaceAll("\\s*\\R\\s*", " \u00b7 "),
                        paper.siren() == null ? null : t("siren", inThrees(paper.siren())),
                        paper.vatNumber() == null ? null : t("vatNumber", paper.vatNumber()),
                        paper.website())
                .stream()
                .collect(Collectors.joining(" \u00b7 "));
    }

    public LetterBody body() {
        return LetterBody.of(filled.html());
    }

    public List<Row> rows() {
        return data.items().stream().map(this::row).toList();
    }

    private Row row(MergeData.Line item) {
        var paid = item.original().subtract(item.remaining());
        var late = item.remaining().signum() > 0 && item.dueDate().isBefore(data.today())
                ? ChronoUnit.DAYS.between(item.dueDate(), data.today())
                : 0;
        return new Row(
                item.number(),
                formats().date(item.date()),
                formats().date(item.dueDate()),
                formats().amount(item.original()),
                paid.signum() == 0 ? "" : formats().amount(paid),
                formats().amount(item.remaining()),
                late == 0 ? "" : formats().number(late),
                item.remaining().signum() < 0);
    }

    public boolean isStatement() {
        return purpose == Purpose.STATEMENT;
    }

    public BigDecimal itemsTotal() {
        return data.items().stream().map(MergeData.Line::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean hasCharges() {
        return data.charges() != null && charged(data.charges()).signum() != 0;
    }

    /// With interest and indemnities.
    public BigDecimal toPay() {
        return data.charges() == null ? itemsTotal() : itemsTotal().add(charged(data.charges()));
    }

    /// Money is asked for, and it is known where to send it.
    public boolean saysHowToPay() {
        return data.payment().iban() != null
                && toPay().signum() > 0
                && !filled.text()
                        .replaceAll("[\\s\\u00a0\\u202f]", "")
                        .contains(data.payment().iban());
    }

    /// Unless the text ends with who writes.
    public boolean isSigned() {
        return paper.signatory() != null && !filled.text().stripTrailing().endsWith(paper.name());
    }

    public String iban() {
        return BankAccount.inFours(Objects.requireNonNullElse(data.payment().iban(), ""));
    }

    public String reference() {
        return Objects.requireNonNullElse(data.payment().reference(), "");
    }

    public String money(BigDecimal amount) {
        return formats().money(amount, data.currency());
    }

    public String date(LocalDate date) {
        return LongDate.of(date, locale());
    }

    private static BigDecimal charged(Charges charges) {
        return charges.interest().add(charges.indemnity());
    }

    private Formats formats() {
        return new Formats(locale());
    }

    private Locale locale() {
        return Locale.forLanguageTag(filled.language());
    }

    private static String inThrees(String siren) {
        return siren.replaceAll("(\\d{3})(?=\\d)", "$1\u00a0");
    }

    private static @Nullable String joined(String between, @Nullable String... parts) {
        var text = String.join(between, present(parts));
        return text.isEmpty() ? null : text;
    }

    private static List<String> present(@Nullable String... parts) {
        var there = new ArrayList<String>();
        for (var part : parts) {
            if (part != null && !part.isBlank()) {
                there.add(part.strip());
            }
        }
        return there;
    }
}
