package io.encours.worklist.mirror;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Holds the plan in memory and brings it up to date before it is used: what was committed before `now` is called is in
/// its answer, on every node. What the caller's own transaction changed is seen after its commit.
@Component
public class PlanMirror {

    private static final Logger LOG = LoggerFactory.getLogger(PlanMirror.class);

    private final MirrorStore store;
    private final ReentrantLock oneReader = new ReentrantLock();
    private @Nullable MirroredPlan plan;

    PlanMirror(MirrorStore store) {
        this.store = store;
    }

    public MirroredPlan now() {
        oneReader.lock();
        try {
            var known = plan;
            var fresh = known == null ? store.readAll() : store.bringUpToDate(known);
            plan = fresh;
            return fresh;
        } finally {
            oneReader.unlock();
        }
    }

    /// So that the first who asks does not wait for all of it.
    @EventListener
    void readAhead(ApplicationReadyEvent ready) {
        readAhead();
    }

    @TransactionalEventListener
    void readAhead(PlanChanges.Written change) {
        if (change.isLarge()) {
            readAhead();
        }
    }

    private void readAhead() {
        Thread.ofVirtual().name("plan-mirror").start(() -> {
            try {
                now();
            } catch (RuntimeException e) {
                // Whoever asks next tries again, and is told.
                LOG.debug("The plan could not be read ahead", e);
            }
        });
    }
}
