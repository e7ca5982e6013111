package io.encours.platform.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address that can stand in an envelope (RFC 5321): ASCII, without comments, quotes and folding, so that
/// nothing else can be smuggled in with it. Domains with other letters are written in their ASCII form.
public record MailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");

    /// Empty when the text is no address, or none that can be sent to.
    public static Optional<MailAddress> parse(@Nullable String text) {
        var typed = text == null ? "" : text.strip();
        var at = typed.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || typed.length() > LONGEST) {
            return Optional.empty();
        }
        var local = typed.substring(0, at);
        return ascii(typed.substring(at + 1))
                .filter(domain -> LOCAL_PART.matcher(local).matches()
                        && DOMAIN.matcher(domain).matches()
                        && local.length() + domain.length() < LONGEST)
                .map(domain -> new MailAddress(local + "@" + domain));
    }

    /// With a reference behind the name, `recouvrement+1c-9x-k3@…` (RFC 5233).
    public MailAddress tagged(String tag) {
        var at = value.lastIndexOf('@');
        return new MailAddress(value.substring(0, at) + "+" + tag + value.substring(at));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
