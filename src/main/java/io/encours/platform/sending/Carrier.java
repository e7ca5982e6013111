package io.encours.platform.sending;

/// Brings messages to a peer.
///
/// @param <M> message
public interface Carrier<M> {

    /// A connection to the peer.
    ///
    /// @param <M> message
    interface Line<M> extends AutoCloseable {

        /// Hands one message over and waits for the answer.
        Delivery send(M message);

        /// Further messages can go this way.
        boolean isOpen();

        @Override
        void close();
    }

    /// The peer cannot be reached, or does not let us in.
    final class Unreachable extends Exception {

        private static final long serialVersionUID = 1L;

        /// @param words of the peer or of the network
        public Unreachable(String words) {
            super(words);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    /// @throws Unreachable when no message could be handed over now
    Line<M> open() throws Unreachable;
}
