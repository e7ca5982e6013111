package io.encours.identity;

import io.encours.identity.Verification.Broken;
import io.encours.identity.Verification.Fault;
import io.encours.identity.Verification.Head;
import io.encours.identity.Verification.Intact;
import java.util.ArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives committed entries their place in the chain, in a thread of its own, and reads the chain back (decision 0007).
@Component
class AuditChain implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
    private static final int PORTION = 1_000;

    private final AuditStore store;
    private final TransactionTemplate apart;
    private final ExecutorService sealer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit").daemon().factory());
    private final AtomicBoolean woken = new AtomicBoolean();

    AuditChain(AuditStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Has sealed what is waiting, soon; returns at once. Also what a crash has left.
    @EventListener(ApplicationReadyEvent.class)
    void wake() {
        if (woken.compareAndSet(false, true)) {
            sealer.execute(this::sealQuietly);
        }
    }

    /// Seals all that is committed.
    void seal() {
        while (sealPortion() == PORTION) {
            // there may be more
        }
    }

    /// Reads the whole chain, in portions.
    Verification verify() {
        var last = new Head(0, AuditHash.BEGINNING);
        while (true) {
            var entries = store.sealedAfter(last.position(), PORTION);
            for (var entry : entries) {
                var position = last.position() + 1;
                if (entry.getPosition() != position) {
                    return new Broken(position, Fault.MISSING);
                }
                var fits = last.hash().equals(entry.getPreviousHash())
                        && AuditHash.of(last.hash(), position, entry).equals(entry.getHash());
                if (!fits) {
                    return new Broken(position, Fault.CHANGED);
                }
                last = new Head(position, entry.getHash());
            }
            if (entries.size() < PORTION) {
                return new Intact(last);
            }
        }
    }

    @Override
    public void destroy() {
        sealer.close();
    }

    private void sealQuietly() {
        woken.set(false);
        try {
            seal();
        } catch (RuntimeException e) {
            LOG.warn("Entries of the audit trail wait for the next change to be sealed", e);
        }
    }

    private int sealPortion() {
        var sealed = apart.execute(status -> {
            store.lockTheChain();
            var head = store.head();
            var entries = store.waiting(PORTION);
            var ids = new ArrayList<Long>();
            var previous = new ArrayList<String>();
            var hashes = new ArrayList<String>();
            var hash = head.hash();
            for (var entry : entries) {
                previous.add(hash);
                hash = AuditHash.of(hash, head.position() + ids.size() + 1, entry);
                ids.add(entry.getId());
                hashes.add(hash);
            }
            if (!ids.isEmpty()) {
                store.seal(ids, head.position() + 1, previous, hashes);
            }
            return ids.size();
        });
        return sealed == null ? 0 : sealed;
    }
}
