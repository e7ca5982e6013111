package io.encours.identity;

/// What reading the chain of the audit trail from its beginning found.
public sealed interface Verification {

    /// The end of the chain: kept elsewhere, it shows later that nothing was cut off.
    ///
    /// @param position 0: the trail is empty
    record Head(long position, String hash) {}

    record Intact(Head head) implements Verification {}

    /// @param position the first that does not fit
    record Broken(long position, Fault fault) implements Verification {}

    enum Fault {
        /// The entry is gone.
        MISSING,
        /// The entry is not what it was when it was sealed, or the one before it is not.
        CHANGED,
        /// The chain no longer leads to the head that was noted.
        OTHER_HEAD
    }
}
