package io.encours.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A telephone number that can be dialled from anywhere (ITU-T E.164).
///
/// @param e164 `+33476000000`
/// @param shown as people of the country write it; with the code of the country for the others
/// @param mobile may receive short messages, as far as the number tells
public record PhoneNumber(String e164, String shown, boolean mobile) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final char NO_BREAK_SPACE = '\u00a0';

    /// @param text as somebody typed it
    /// @param country of who has the number, ISO 3166 (`FR`), for numbers without a code of the country
    /// @return empty when nobody could be called there
    public static Optional<PhoneNumber> of(@Nullable String text, String country) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(text, country);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(new PhoneNumber(
                            NUMBERS.format(number, PhoneNumberFormat.E164),
                            shown(text, number, country),
                            isMobile(number)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// As it was typed when the plan of the country does not know it: a wrong guess would hide the mistake.
    private static String shown(String text, Phonenumber.PhoneNumber number, String country) {
        if (!NUMBERS.isValidNumber(number)) {
            return text.strip();
        }
        var atHome = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(country);
        return NUMBERS.format(number, atHome ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL)
                .replace(' ', NO_BREAK_SPACE);
    }

    private static boolean isMobile(Phonenumber.PhoneNumber number) {
        var type = NUMBERS.getNumberType(number);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }
}
