package io.encours.importing.layout;

import io.encours.customer.CustomerField;
import io.encours.importing.ImportKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A field that a column can fill, under its name in api.md.
///
/// @param need whether a file can do without it
public record Target(String name, Need need, Content content) {

    public enum Need {
        REQUIRED,
        /// One of several ways to say the amount.
        AMOUNT,
        OPTIONAL
    }

    /// What its values look like.
    public enum Content {
        TEXT,
        CODE,
        DATE,
        AMOUNT,
        EMAIL,
        SIREN,
        SIRET
    }

    /// The three ways to say an amount: one signed column; debit and credit apart; an amount beside its sense.
    public static final String AMOUNT = "amount";

    public static final String DEBIT = "debit";
    public static final String CREDIT = "credit";
    public static final String SENSE = "sense";

    private static final List<Target> AMOUNTS = List.of(
            new Target(AMOUNT, Need.AMOUNT, Content.AMOUNT),
            new Target(DEBIT, Need.AMOUNT, Content.AMOUNT),
            new Target(CREDIT, Need.AMOUNT, Content.AMOUNT),
            new Target(SENSE, Need.AMOUNT, Content.TEXT));

    private static final List<Target> CUSTOMERS = Stream.concat(
                    Stream.of(new Target("code", Need.REQUIRED, Content.CODE)),
                    Arrays.stream(CustomerField.values()).map(Target::of))
            .toList();

    private static final List<Target> ITEMS = Stream.of(
                    Stream.of(
                            new Target("customer", Need.REQUIRED, Content.CODE),
                            new Target("document", Need.REQUIRED, Content.CODE),
                            new Target("documentDate", Need.REQUIRED, Content.DATE)),
                    AMOUNTS.stream(),
                    Stream.of(
                            new Target("dueDate", Need.OPTIONAL, Content.DATE),
                            new Target("kind", Need.OPTIONAL, Content.TEXT),
                            new Target("currency", Need.OPTIONAL, Content.TEXT),
                            new Target("paymentMethod", Need.OPTIONAL, Content.TEXT),
                            new Target("controlAccount", Need.OPTIONAL, Content.CODE),
                            new Target("reference", Need.OPTIONAL, Content.TEXT),
                            new Target("deliveryChannel", Need.OPTIONAL, Content.TEXT)))
            .flatMap(stream -> stream)
            .toList();

    private static final List<Target> PAYMENTS = Stream.of(
                    Stream.of(
                            new Target("customer", Need.REQUIRED, Content.CODE),
                            new Target("date", Need.REQUIRED, Content.DATE)),
                    AMOUNTS.stream(),
                    Stream.of(
                            new Target("document", Need.OPTIONAL, Content.CODE),
                            new Target("reference", Need.OPTIONAL, Content.TEXT),
                            new Target("paymentMethod", Need.OPTIONAL, Content.TEXT),
                            new Target("currency", Need.OPTIONAL, Content.TEXT)))
            .flatMap(stream -> stream)
            .toList();

    /// In the order the mapping screen shows them; none for a FEC, whose layout is the law's.
    public static List<Target> of(ImportKind kind) {
        return switch (kind) {
            case CUSTOMERS -> CUSTOMERS;
            case ITEMS -> ITEMS;
            case PAYMENTS -> PAYMENTS;
            case FEC -> List.of();
        };
    }

    public static Optional<Target> of(ImportKind kind, String name) {
        return of(kind).stream().filter(target -> target.name.equals(name)).findFirst();
    }

    private static Target of(CustomerField field) {
        var content = switch (field) {
            case SIREN -> Content.SIREN;
            case SIRET -> Content.SIRET;
            case EMAIL -> Content.EMAIL;
            case CREDIT_LIMIT -> Content.AMOUNT;
            case NAME,
                    VAT_NUMBER,
                    GROUP,
                    AGENT,
                    ASSOCIATED_PERSON,
                    SITE,
                    LANGUAGE,
                    PHONE,
                    ADDRESS,
                    POSTAL_CODE,
                    CITY,
                    COUNTRY,
                    PAYMENT_TERMS,
                    PAYMENT_METHOD,
                    RISK_CLASS,
                    STRATEGY -> Content.TEXT;
        };
        return new Target(field.label(), field == CustomerField.NAME ? Need.REQUIRED : Need.OPTIONAL, content);
    }
}
