package io.encours.platform.sending;

/// What became of handing one message over. Answers are the words of the peer.
public sealed interface Delivery {

    String answer();

    /// The peer has taken it.
    ///
    /// @param peerId by which the peer knows it; empty: it gave none
    record Accepted(String answer, String peerId) implements Delivery {}

    /// Not now: nothing was taken, and a later attempt may succeed.
    record Deferred(String answer) implements Delivery {}

    /// Refused for good.
    record Refused(String answer) implements Delivery {}

    /// It was handed over and no answer came: the peer may have it or not.
    record Unknown(String answer) implements Delivery {}

    /// Its name in tables and in the API.
    default String outcome() {
        return switch (this) {
            case Accepted taken -> "ACCEPTED";
            case Deferred later -> "DEFERRED";
            case Refused refused -> "REFUSED";
            case Unknown unknown -> "UNKNOWN";
        };
    }
}
