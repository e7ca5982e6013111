package io.encours.correspondence.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps bound to a message centre as a transceiver (SMPP 3.4 §2.2): binds again when the connection is lost, with
/// longer and longer pauses, and asks in silence whether the other side is there.
final class SmppLink implements AutoCloseable {

    /// How the link is, told at each change. The reason is empty when it is bound.
    interface Watch extends Consumer<String> {}

    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
    private static final int ENQUIRE_AFTER_MILLIS = 30_000;
    private static final int ANSWER_WITHIN_MILLIS = 15_000;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final SmppAddress address;
    private final SmppListener listener;
    private final Watch watch;
    private final Duration firstPause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable SMPPSession session;

    SmppLink(SmppAddress address, SmppListener listener, Watch watch, Duration firstPause) {
        this.address = address;
        this.listener = listener;
        this.watch = watch;
        this.firstPause = firstPause;
    }

    void start() {
        Thread.ofVirtual().name("smpp").start(this::keepBound);
    }

    /// The bound session; null while there is none.
    @Nullable
    SMPPSession session() {
        var current = session;
        return current != null && current.getSessionState() == SessionState.BOUND_TRX ? current : null;
    }

    @Override
    public void close() {
        closed.countDown();
        var current = session;
        if (current != null) {
            current.unbindAndClose();
        }
    }

    private void keepBound() {
        var pause = firstPause;
        while (closed.getCount() > 0) {
            try {
                var lost = new CountDownLatch(1);
                bind(lost);
                LOG.info("Bound to {}", address);
                watch.accept("");
                pause = firstPause;
                lost.await();
                if (closed.getCount() > 0) {
                    LOG.warn("Lost {}", address);
                    watch.accept("connection lost");
                }
            } catch (IOException e) {
                LOG.warn("Not bound to {}: {}", address, reason(e));
                watch.accept(reason(e));
                pause = longer(pause);
            } catch (RuntimeException e) {
                // What watches may fail with the database; the link is bound again all the same.
                LOG.error("The link to {} is bound again", address, e);
                pause = longer(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (wasClosedWithin(pause)) {
                return;
            }
        }
    }

    private void bind(CountDownLatch lost) throws IOException {
        var fresh = new SMPPSession(new SmppSockets(address.tls()));
        fresh.setEnquireLinkTimer(ENQUIRE_AFTER_MILLIS);
        fresh.setTransactionTimer(ANSWER_WITHIN_MILLIS);
        fresh.setMessageReceiverListener(listener);
        fresh.addSessionStateListener((now, before, of) -> {
            if (now == SessionState.CLOSED) {
                lost.countDown();
            }
        });
        fresh.connectAndBind(
                address.host(),
                address.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        address.systemId(),
                        address.password(),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                ANSWER_WITHIN_MILLIS);
        session = fresh;
    }

    private boolean wasClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /// In few words, without anything of the account.
    private static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NegativeResponseException refusal) {
                return SmppStatus.words(refusal.getCommandStatus());
            }
        }
        return failure.getClass().getSimpleName();
    }
}
