package io.encours.identity;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;

/// When a session of pages was first seen signed in: what ends all sessions of a user ends those that began before.
public final class Sessions {

    private static final String BEGAN = "encours.began";

    private Sessions() {}

    static Instant began(HttpSession session, Instant now) {
        if (session.getAttribute(BEGAN) instanceof Instant instant) {
            return instant;
        }
        session.setAttribute(BEGAN, now);
        return now;
    }

    /// This one goes on, although the user has just ended all of theirs.
    public static void goOn(HttpSession session, Instant now) {
        session.setAttribute(BEGAN, now);
    }
}
