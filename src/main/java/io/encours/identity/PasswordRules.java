package io.encours.identity;

import io.encours.platform.EncoursSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a password must be: long, not the name of its owner, and not in the list of breached passwords, where one is
/// configured. No rule about kinds of characters: length is what counts (NIST SP 800-63B §3.1.1.2).
@Component
public class PasswordRules {

    /// The least length; long ones are accepted whole.
    public static final int SHORTEST = 12;

    private static final int LONGEST = 1_000;

    private final Optional<BreachedPasswords> breached;

    PasswordRules(EncoursSettings settings) {
        this.breached = Optional.ofNullable(settings.breachedPasswords()).map(BreachedPasswords::new);
    }

    /// @return message key of why the password cannot be; empty: it can
    public Optional<String> refusal(String password, String login, @Nullable String name, @Nullable String email) {
        if (password.length() < SHORTEST) {
            return Optional.of("identity.password.tooShort");
        }
        if (password.length() > LONGEST) {
            return Optional.of("identity.password.tooLong");
        }
        var owner = Stream.of(login, name, email, email == null ? null : email.replaceFirst("@.*", ""));
        if (owner.filter(text -> text != null).map(PasswordRules::bare).anyMatch(bare(password)::equals)) {
            return Optional.of("identity.password.name");
        }
        return breached.filter(list -> list.contains(password)).map(list -> "identity.password.breached");
    }

    /// Without what people put between or behind the words of a name.
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}@]", "");
    }
}
