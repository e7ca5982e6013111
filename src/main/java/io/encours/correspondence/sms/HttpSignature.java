package io.encours.correspondence.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What both sides sign with a secret they share: HMAC-SHA256 over the time and the body, so that nobody can forge a
/// message, nor send an old one again.
record HttpSignature(String secret) {

    static final String TIME_HEADER = "X-Encours-Timestamp";
    static final String SIGNATURE_HEADER = "X-Encours-Signature";

    private static final Duration VALID = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    /// @param time seconds since 1970
    String of(String time, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isValid(@Nullable String time, @Nullable String signature, byte[] body, Instant now) {
        if (time == null || signature == null || !time.matches("\\d{1,12}")) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                .abs();
        return age.compareTo(VALID) <= 0
                && MessageDigest.isEqual(
                        of(time, body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "HttpSignature[]";
    }
}
