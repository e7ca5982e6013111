package io.encours.customer;

import io.encours.customer.Customer.Details;
import io.encours.platform.Problem;
import io.encours.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Master data as it may be kept: blanks are absent, terms and codes in their one form.
final class DetailsCheck {

    private DetailsCheck() {}

    /// @param language of who has not said theirs
    /// @throws Problem refused, with every field that is wrong
    static Details checked(Details given, String language, Function<String, Optional<Long>> agents) {
        var errors = new ArrayList<FieldError>();
        for (var rule : CustomerField.values()) {
            rule.refusal(rule.of(given), agents)
                    .ifPresent(code -> errors.add(new FieldError(rule.label(), code, List.of(text(rule.of(given))))));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Details(
                given.name().strip(),
                digits(given.siren()),
                digits(given.siret()),
                blankIsNone(given.vatNumber()),
                blankIsNone(given.group()),
                blankIsNone(given.agent()),
                blankIsNone(given.associatedPerson()),
                blankIsNone(given.site()),
                Optional.ofNullable(blankIsNone(given.language()))
                        .orElse(language)
                        .toLowerCase(Locale.ROOT),
                blankIsNone(given.email()),
                blankIsNone(given.phone()),
                blankIsNone(given.address()),
                blankIsNone(given.postalCode()),
                blankIsNone(given.city()),
                Optional.ofNullable(blankIsNone(given.country())).orElse("FR").toUpperCase(Locale.ROOT),
                Optional.ofNullable(blankIsNone(given.paymentTerms()))
                        .flatMap(Terms::parse)
                        .map(Terms::toString)
                        .orElse(null),
                blankIsNone(given.paymentMethod()),
                given.creditLimit(),
                blankIsNone(given.riskClass()),
                blankIsNone(given.strategy()));
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String digits(@Nullable String text) {
        var value = blankIsNone(text);
        return value == null ? null : value.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
