package io.encours.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How the receiver knows who sent it and when: `t=SECONDS,v1=HEX`, the HMAC-SHA256 (RFC 2104) of seconds, a point and
/// the
/// body, keyed with the secret.
public final class Signature {

    /// The header it stands in.
    public static final String HEADER = "Encours-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    public static String of(String secret, Instant at, String body) {
        var signed = at.getEpochSecond() + "." + body;
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
