package io.encours.platform.sending;

import io.encours.platform.sending.Carrier.Unreachable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Sends what is due. The order of steps is what makes it safe: the connection is opened before anything is
/// taken, one message is taken at a time, and a message that was handed over is settled before the next is
/// taken. So a worker that dies leaves at most one message in doubt.
///
/// @param <K> key of a message
/// @param <M> message
public final class Postman<K, M> {

    private static final int AT_A_TIME = 50;

    private final SendQueue<K, M> queue;
    private final Carrier<M> carrier;
    private final Clock clock;

    public Postman(SendQueue<K, M> queue, Carrier<M> carrier, Clock clock) {
        this.queue = queue;
        this.carrier = carrier;
        this.clock = clock;
    }

    /// Sends until nothing is due, the peer cannot be reached, or the time is over.
    ///
    /// @return how many were handed over
    public int run(Duration longest) {
        var end = clock.instant().plus(longest);
        queue.giveUpLost();
        var handedOver = 0;
        var inVain = List.<K>of();
        while (clock.instant().isBefore(end)) {
            var due = queue.due(AT_A_TIME);
            if (due.isEmpty() || due.equals(inVain)) {
                return handedOver;
            }
            try (var line = carrier.open()) {
                queue.reached();
                var sent = 0;
                for (var key : due) {
                    if (!line.isOpen() || isOver(end)) {
                        break;
                    }
                    sent += send(key, line);
                }
                handedOver += sent;
                // Others were quicker with all of them, or none may go any more: what is due then is something else.
                inVain = sent == 0 ? due : List.of();
            } catch (Unreachable e) {
                queue.unreachable(e.words());
                return handedOver;
            }
        }
        return handedOver;
    }

    private boolean isOver(Instant end) {
        return !clock.instant().isBefore(end);
    }

    private int send(K key, Carrier.Line<M> line) {
        var message = queue.take(key);
        if (message.isEmpty()) {
            return 0;
        }
        queue.settle(message.get(), line.send(message.get()));
        return 1;
    }
}
