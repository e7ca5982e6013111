package io.encours.customer;

import io.encours.customer.Customer.Details;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of the master data, under the names of api.md, and what each of them must look like.
public enum CustomerField {
    NAME("name", "name", Details::name),
    SIREN("siren", "siren", Details::siren),
    SIRET("siret", "siret", Details::siret),
    VAT_NUMBER("vatNumber", "vat_number", Details::vatNumber),
    GROUP("group", "customer_group", Details::group),
    AGENT("agent", "agent_id", Details::agent),
    ASSOCIATED_PERSON("associatedPerson", "associated_person", Details::associatedPerson),
    SITE("site", "site", Details::site),
    LANGUAGE("language", "language", Details::language),
    EMAIL("email", "email", Details::email),
    PHONE("phone", "phone", Details::phone),
    ADDRESS("address", "address", Details::address),
    POSTAL_CODE("postalCode", "postal_code", Details::postalCode),
    CITY("city", "city", Details::city),
    COUNTRY("country", "country", Details::country),
    PAYMENT_TERMS("paymentTerms", "payment_terms", Details::paymentTerms),
    PAYMENT_METHOD("paymentMethod", "payment_method", Details::paymentMethod),
    CREDIT_LIMIT(
            "creditLimit",
            "credit_limit",
            details ->
                    details.creditLimit() == null ? null : details.creditLimit().toPlainString()),
    RISK_CLASS("riskClass", "risk_class", Details::riskClass),
    STRATEGY("strategy", "strategy_code", Details::strategy);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern SIREN_FORM = Pattern.compile("\\d{9}");
    private static final Pattern SIRET_FORM = Pattern.compile("\\d{14}");
    private static final Pattern COUNTRY_FORM = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern LANGUAGE_FORM = Pattern.compile("[A-Za-z]{2}(-[A-Za-z]{2})?");
    private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final String label;
    private final String column;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Function<Details, @Nullable String> value;

    CustomerField(String label, String column, Function<Details, @Nullable String> value) {
        this.label = label;
        this.column = column;
        this.value = value;
    }

    public String label() {
        return label;
    }

    /// Column of `customer.customer`.
    String column() {
        return column;
    }

    /// The value of the staged row `r` as the column keeps it; what may not be missing keeps what `k` has.
    String valueInSql() {
        return switch (this) {
            case AGENT -> "(select u.id from identity.app_user u where u.login = nullif(r.agent_id, ''))";
            case CREDIT_LIMIT -> "nullif(r.credit_limit, '')::numeric(19,4)";
            case NAME, LANGUAGE, COUNTRY -> "coalesce(nullif(r." + column + ", ''), k." + column + ")";
            case SIREN,
                    SIRET,
                    VAT_NUMBER,
                    GROUP,
                    ASSOCIATED_PERSON,
                    SITE,
                    EMAIL,
                    PHONE,
                    ADDRESS,
                    POSTAL_CODE,
                    CITY,
                    PAYMENT_TERMS,
                    PAYMENT_METHOD,
                    RISK_CLASS,
                    STRATEGY -> "nullif(r." + column + ", '')";
        };
    }

    /// A good value in the form it is kept in.
    String normal(String given) {
        var text = given.strip();
        return switch (this) {
            case SIREN, SIRET -> BLANKS.matcher(text).replaceAll("");
            case LANGUAGE, AGENT -> text.toLowerCase(Locale.ROOT);
            case COUNTRY -> text.toUpperCase(Locale.ROOT);
            case PAYMENT_TERMS -> Terms.parse(text).map(Terms::toString).orElse("");
            case NAME,
                    VAT_NUMBER,
                    GROUP,
                    ASSOCIATED_PERSON,
                    SITE,
                    EMAIL,
                    PHONE,
                    ADDRESS,
                    POSTAL_CODE,
                    CITY,
                    PAYMENT_METHOD,
                    CREDIT_LIMIT,
                    RISK_CLASS,
                    STRATEGY -> text;
        };
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
        var compact = BLANKS.matcher(text).replaceAll("");
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
                    SITE,
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
