package io.encours.platform.sending;

import java.util.List;
import java.util.Optional;

/// Messages that wait in a table. Every method commits on its own.
///
/// @param <K> key of a message
/// @param <M> message, ready to be handed over
public interface SendQueue<K, M> {

    /// What was taken longer ago than the lease and never settled: its worker is gone, and nobody knows whether the
    /// peer has it. It becomes uncertain.
    void giveUpLost();

    /// Messages to be sent now, the oldest first. Nothing is taken yet.
    List<K> due(int limit);

    /// Commits that this worker sends the message; empty when another was quicker, or it was cancelled meanwhile.
    Optional<M> take(K key);

    /// Commits what became of a message that was taken.
    void settle(M message, Delivery delivery);

    /// The peer could be reached.
    void reached();

    /// The peer could not be reached; nothing was taken.
    void unreachable(String words);
}
