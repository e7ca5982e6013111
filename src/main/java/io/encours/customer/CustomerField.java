package io.encours.customer;

import io.encours.customer.Customer.Details;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of the master data, under the names of api.md, and what each of them must look like.
public enum CustomerField {
    NAME("name", Details::name),
    SIREN("siren", Details::siren),
    SIRET("siret", Details::siret),
    VAT_NUMBER("vatNumber", Details::vatNumber),
    GROUP("group", Details::group),
    AGENT("agent", Details::agent),
    ASSOCIATED_PERSON("associatedPerson", Details::associatedPerson),
    LANGUAGE("language", Details::language),
    EMAIL("email", Details::email),
    PHONE("phone", Details::phone),
    ADDRESS("address", Details::address),
    POSTAL_CODE("postalCode", Details::postalCode),
    CITY("city", Details::city),
    COUNTRY("country", Details::country),
    PAYMENT_TERMS("paymentTerms", Details::paymentTerms),
    PAYMENT_METHOD("paymentMethod", Details::paymentMethod),
    CREDIT_LIMIT(
            "creditLimit",
            details ->
                    details.creditLimit() == null ? null : details.creditLimit().toPlainString()),
    RISK_CLASS("riskClass", Details::riskClass),
    STRATEGY("strategy", Details::strategy);

    private static final Pattern SIREN_FORM = Pattern.compile("\\d{9}");
    private static final Pattern SIRET_FORM = Pattern.compile("\\d{14}");
    private static final Pattern COUNTRY_FORM = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern LANGUAGE_FORM = Pattern.compile("[A-Za-z]{2}(-[A-Za-z]{2})?");
    private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Function<Details, @Nullable String> value;

    CustomerField(String label, Function<Details, @Nullable String> value) {
        this.label = label;
        this.value = value;
    }

    public String label() {
        return label;
    }

    @Nullable
    String of(Details details) {
        return value.apply(details);
    }

    /// Why a value cannot be kept, as a message key; empty when it can.
    ///
    /// @param agents id of a user by login
    public Optional<String> refusal(@Nullable String given, Function<String, Optional<Long>> agents) {
        if (given == null || given.isBlank()) {
            return this == NAME ? Optional.of("customer.problem.noName") : Optional.empty();
        }
        var text = given.strip();
        var compact = text.replaceAll("[\\s\\u00a0\\u202f]", "");
        return switch (this) {
            case SIREN -> unless(SIREN_FORM.matcher(compact).matches(), "customer.problem.siren");
            case SIRET -> unless(SIRET_FORM.matcher(compact).matches(), "customer.problem.siret");
            case COUNTRY -> unless(COUNTRY_FORM.matcher(text).matches(), "customer.problem.country");
            case LANGUAGE -> unless(LANGUAGE_FORM.matcher(text).matches(), "customer.problem.language");
            case EMAIL -> unless(EMAIL_FORM.matcher(text).matches(), "customer.problem.email");
            case PAYMENT_TERMS -> unless(Terms.parse(text).isPresent(), "customer.problem.paymentTerms");
            case AGENT -> unless(agents.apply(text).isPresent(), "customer.problem.agent");
            case CREDIT_LIMIT -> unless(!text.startsWith("-"), "customer.problem.creditLimit");
            case NAME,
                    VAT_NUMBER,
                    GROUP,
                    ASSOCIATED_PERSON,
                    PHONE,
                    ADDRESS,
                    POSTAL_CODE,
                    CITY,
                    PAYMENT_METHOD,
                    RISK_CLASS,
                    STRATEGY -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean good, String code) {
        return good ? Optional.empty() : Optional.of(code);
    }
}
