package io.encours.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key on a person's device that signs them in; here is its public half.
///
/// @param name given by its owner
/// @param backedUp kept in step between the owner's devices, not bound to one of them
/// @param lastUsed null: never
public record Passkey(
        long id,
        String name,
        boolean backedUp,
        Instant createdAt,
        @Nullable Instant lastUsed) {}
