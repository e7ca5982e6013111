package io.encours.identity;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Random bytes a passkey is to sign: answered once, within five minutes. Kept in the session that asked.
public final class PasskeyChallenge implements Serializable {

    private static final long serialVersionUID = 1L;
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] value;
    private final Instant until;
    private final AtomicBoolean taken = new AtomicBoolean();

    PasskeyChallenge(Instant now) {
        this.value = random();
        this.until = now.plus(LIFE);
    }

    /// The bytes, the first time and in time.
    Optional<byte[]> take(Instant now) {
        return taken.compareAndSet(false, true) && now.isBefore(until) ? Optional.of(value.clone()) : Optional.empty();
    }

    String encoded() {
        return Base64Url.text(value);
    }

    static byte[] random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
