package io.encours.correspondence.outbox;

import io.encours.platform.RowId;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// By which an answer finds its message: `1c-9x-7k2m9p4tqz`, in the reply address and in the `Message-ID`. It
/// contains the id, and a secret so that nobody can answer in the place of others.
///
/// @param secret known only to who has got the message
public record Reference(RowId id, String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    /// Without letters that are taken for others; addresses are often read in small letters only.
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,13}-[0-9a-z]{1,13})-([0-9a-z]{10})");

    static String newSecret() {
        var secret = new StringBuilder();
        for (var index = 0; index < LENGTH; index++) {
            secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }

    /// Empty when the text is none; one that no message has parses all the same.
    public static Optional<Reference> parse(@Nullable String text) {
        var found = FORM.matcher(text == null ? "" : text.strip().toLowerCase(java.util.Locale.ROOT));
        return found.matches()
                ? RowId.parse(found.group(1)).map(id -> new Reference(id, found.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return id + "-" + secret;
    }
}
