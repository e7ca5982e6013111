package io.encours.correspondence;

import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.customer.Customer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the fields of a template are filled with, in no language yet. Amounts are in one currency; dates are
/// business dates. What is null or empty hides the passages written for it. `MergeReader` reads it for a
/// customer.
///
/// @param today date of the message
/// @param deadline until when the customer is asked to pay; null: none is set
/// @param currency ISO 4217, of every amount
/// @param items the message is about, in the order they are shown; credits among them are negative
/// @param occasion what else the message is about
public record MergeData(
        LocalDate today,
        @Nullable LocalDate deadline,
        String currency,
        Party customer,
        Person contact,
        Party company,
        Person agent,
        List<Line> items,
        Totals totals,
        PaymentMeans payment,
        @Nullable Charges charges,
        Occasion occasion) {

    /// A firm, as it is addressed.
    ///
    /// @param code ours for it
    /// @param country as people of the language name it; empty at home
    public record Party(
            String name,
            String code,
            @Nullable String siren,
            @Nullable String vatNumber,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country,
            @Nullable String email,
            @Nullable String phone) {

        /// Who is owed, as the letterhead has it.
        public static Party of(Letterhead paper, Company company) {
            return new Party(
                    paper.name(),
                    company.code(),
                    paper.siren(),
                    paper.vatNumber(),
                    paper.address(),
                    paper.postalCode(),
                    paper.city(),
                    null,
                    paper.email(),
                    paper.phone());
        }

        /// The customer as a letter addresses it; the country is told only abroad, in the customer's language.
        public static Party of(Customer customer, Company company) {
            var details = customer.details();
            var abroad = !details.country().equals(company.country());
            return new Party(
                    details.name(),
                    customer.code(),
                    details.siren(),
                    details.vatNumber(),
                    details.address(),
                    details.postalCode(),
                    details.city(),
                    abroad
                            ? Locale.of("", details.country())
                                    .getDisplayCountry(Locale.forLanguageTag(details.language()))
                            : null,
                    details.email(),
                    details.phone());
        }
    }

    /// Nobody when all is null.
    public record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {

        public static final Person NOBODY = new Person(null, null, null);
    }

    /// One item.
    ///
    /// @param number of the document
    /// @param original as invoiced; negative for a credit
    /// @param remaining of it, with the same sign
    public record Line(
            String number, String label, LocalDate date, LocalDate dueDate, BigDecimal original, BigDecimal remaining) {

        boolean isCredit() {
            return remaining.signum() < 0;
        }

        /// What is due today is not overdue.
        boolean isOverdue(LocalDate today) {
            return !isCredit() && dueDate.isBefore(today);
        }
    }

    /// The account of the customer as a whole, whatever the items of the message.
    ///
    /// @param unallocated payments and credits not set against an item, as a positive amount
    public record Totals(BigDecimal overdue, BigDecimal notDue, BigDecimal unallocated, BigDecimal balance) {}

    /// How to pay.
    ///
    /// @param reference to be named in the transfer, in groups of four
    /// @param link where it can be paid online
    public record PaymentMeans(
            @Nullable String iban,
            @Nullable String bic,
            @Nullable String reference,
            @Nullable String link) {

        public static final PaymentMeans UNKNOWN = new PaymentMeans(null, null, null, null);

        /// By transfer, when the company has said where to.
        public static PaymentMeans of(Letterhead paper, Customer customer) {
            var account = paper.account();
            return account == null
                    ? UNKNOWN
                    : new PaymentMeans(
                            account.iban(),
                            account.bic(),
                            TransferReference.of(customer).inFours(),
                            null);
        }
    }

    /// Late-payment interest and fixed indemnities on the items (late-payment-law.md §2, §3).
    public record Charges(BigDecimal interest, BigDecimal indemnity) {}

    /// Promise, debit, plan, receipt: what the message announces or confirms. Null or empty: not about that.
    public record Occasion(
            @Nullable Dated promise,
            @Nullable Debit debit,
            List<Dated> instalments,
            @Nullable Dated receipt) {

        public static final Occasion NONE = new Occasion(null, null, List.of(), null);
    }

    /// An amount on a day.
    public record Dated(LocalDate date, BigDecimal amount) {}

    /// A direct debit.
    ///
    /// @param mandate reference of the SEPA mandate
    /// @param reason why the bank returned it; null: it did not
    public record Debit(
            LocalDate date,
            BigDecimal amount,
            @Nullable String mandate,
            @Nullable String reason) {}

    /// The same with a deadline, or without one.
    public MergeData until(@Nullable LocalDate day) {
        return new MergeData(
                today, day, currency, customer, contact, company, agent, items, totals, payment, charges, occasion);
    }

    /// The same with late-payment interest and indemnities.
    public MergeData with(Charges claimed) {
        return new MergeData(
                today, deadline, currency, customer, contact, company, agent, items, totals, payment, claimed,
                occasion);
    }

    /// The same about a promise, a debit …
    public MergeData about(Occasion happening) {
        return new MergeData(
                today, deadline, currency, customer, contact, company, agent, items, totals, payment, charges,
                happening);
    }
}
