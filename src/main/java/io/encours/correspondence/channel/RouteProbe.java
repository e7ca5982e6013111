package io.encours.correspondence.channel;

import io.encours.identity.SignedIn;
import java.util.Optional;

/// What there is to know of one way in or out.
public interface RouteProbe {

    /// What came of trying.
    ///
    /// @param words of the peer, or a message key of ours
    record Tried(boolean worked, String words) {}

    Route route();

    /// Name of the other side, without passwords; empty: nothing is set up.
    Optional<String> peer();

    /// What keeps it from working, as whoever uses it has found; empty: nothing is known.
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /// Sends a message that says it is a trial, or looks whether something came.
    ///
    /// @param to address or number of who tries; what needs none ignores it
    Tried tryOut(SignedIn user, long companyId, String to);
}
