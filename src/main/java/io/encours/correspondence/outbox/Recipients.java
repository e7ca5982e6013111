package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.platform.Problem;
import io.encours.platform.mail.MailAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a message of a channel can go.
final class Recipients {

    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f./()-]");

    private Recipients() {}

    /// As it is kept: an address in ASCII, a number as `+33612345678`; empty when it is none.
    ///
    /// @param country ISO 3166, whose numbers are written without a prefix
    static Optional<String> of(Channel channel, @Nullable String text, String country) {
        return switch (channel) {
            case EMAIL -> MailAddress.parse(text).map(MailAddress::value);
            case SMS -> number(text, country);
            case LETTER -> Optional.empty();
        };
    }

    /// @throws Problem invalid
    static String checked(Channel channel, String text) {
        return of(channel, text, "FR")
                .orElseThrow(() -> Problem.invalid(
                        "recipient",
                        "correspondence.message.problem." + (channel == Channel.SMS ? "number" : "address")));
    }

    private static Optional<String> number(@Nullable String text, String country) {
        var digits = SEPARATORS
                .matcher((text == null ? "" : text).replace("(0)", ""))
                .replaceAll("")
                .replaceFirst("^00", "+");
        var international = digits.startsWith("0") && country.equals("FR") ? "+33" + digits.substring(1) : digits;
        return Optional.of(international)
                .filter(number -> INTERNATIONAL.matcher(number).matches());
    }
}
