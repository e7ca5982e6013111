package io.encours.correspondence.notice;

import io.encours.company.Letterhead;
import io.encours.correspondence.TransferReference;
import io.encours.correspondence.letter.LongDate;
import io.encours.platform.web.Formats;
import io.encours.platform.web.Texts;
import io.encours.receivable.Item;
import io.encours.receivable.interest.Claim;
import io.encours.receivable.interest.InterestLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the pages of a formal notice are made of, for their template.
///
/// @param number what the notice calls its reference; a preview has none
public record NoticeSheet(
        Texts texts, Locale locale, Demand demand, @Nullable String number) {

    public String t(String key, Object... arguments) {
        return texts.text(locale, "correspondence.notice.sheet." + key, arguments);
    }

    public Letterhead paper() {
        return demand.account().paper();
    }

    public String language() {
        return locale.getLanguage();
    }

    /// "Lyon, le 24 novembre 2026".
    public String placeAndDate() {
        var date = longDate(demand.account().today());
        return paper().city() == null ? date : t("placeAndDate", paper().city(), date);
    }

    public List<String> senderLines() {
        return present(
                paper().address(),
                joined(paper().postalCode(), paper().city()),
                siren(paper().siren()),
                paper().phone(),
                paper().email());
    }

    public List<String> recipientLines() {
        var details = demand.account().customer().details();
        return Stream.concat(
                        Objects.requireNonNullElse(details.address(), "")
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .limit(3),
                        present(joined(details.postalCode(), details.city()), country(details.country())).stream())
                .toList();
    }

    public @Nullable String recipientSiren() {
        return siren(demand.account().customer().details().siren());
    }

    public String legalLine() {
        return String.join(
                " \u00b7 ",
                present(
                        paper().name(),
                        paper().legal() == null ? null : paper().legal().replaceAll("\\s*\\R\\s*", " \u00b7 "),
                        siren(paper().siren()),
                        paper().vatNumber()));
    }

    public String document(Item item) {
        return item.document().isBlank() ? item.label() : item.document();
    }

    public String paid(Item item) {
        return amount(item.original().subtract(item.remaining()));
    }

    public long daysLate(Item item) {
        return ChronoUnit.DAYS.between(item.dueDate(), demand.account().today());
    }

    /// The item a claim is about.
    public String document(Claim claim) {
        return demand.items().stream()
                .filter(item -> item.id().equals(claim.item()))
                .findFirst()
                .map(this::document)
                .orElse(claim.document());
    }

    /// "du 21/10/2026 au 24/11/2026".
    public String period(InterestLine line) {
        return t("period", date(line.from()), date(line.to()));
    }

    public String basis(InterestLine line) {
        var basis = texts.text(
                locale, "receivable.interest.basis." + line.rate().basis().name());
        var known = line.rate().known();
        return line.rate().provisional()
                ? basis + ", "
                        + texts.text(
                                locale,
                                "receivable.interest.lastKnown",
                                texts.text(
                                        locale,
                                        "receivable.interest.semester." + known.half(),
                                        String.valueOf(known.year())))
                : basis;
    }

    /// One line says it all by itself.
    public boolean needsSum(Claim claim) {
        return claim.accrual().lines().size() > 1 || settledInterest(claim).signum() != 0;
    }

    /// What was invoiced or waived of the interest of a claim.
    public BigDecimal settledInterest(Claim claim) {
        return claim.invoiced().interest().add(claim.waived().interest());
    }

    public String iban() {
        var account = paper().account();
        return account == null ? "" : account.ibanInFours();
    }

    public @Nullable String bic() {
        var account = paper().account();
        return account == null ? null : account.bic();
    }

    /// That banks carry on the transfer.
    public String reference() {
        return TransferReference.of(demand.account().customer()).inFours();
    }

    public String money(BigDecimal amount) {
        return formats().money(amount, demand.account().customer().currency());
    }

    public String amount(BigDecimal amount) {
        return formats().amount(amount);
    }

    public String percent(BigDecimal percent) {
        return formats().percent(percent);
    }

    public String number(long number) {
        return formats().number(number);
    }

    public String date(LocalDate date) {
        return formats().date(date);
    }

    public String longDate(LocalDate date) {
        return LongDate.of(date, locale);
    }

    private Formats formats() {
        return new Formats(locale);
    }

    private @Nullable String siren(@Nullable String siren) {
        return siren == null || siren.isBlank() ? null : t("siren", siren.replaceAll("(\\d{3})(?=\\d)", "$1\u00a0"));
    }

    /// Abroad only.
    private @Nullable String country(String code) {
        return code.equals(paper().country())
                ? null
                : Locale.of("", code).getDisplayCountry(locale).toUpperCase(locale);
    }

    private static @Nullable String joined(@Nullable String... parts) {
        var text = String.join(" ", present(parts));
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
