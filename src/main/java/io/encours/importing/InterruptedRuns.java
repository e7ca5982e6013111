package io.encours.importing;

import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A run that was under way when its application was killed left nothing in the ledger: it is refused as interrupted,
/// unless another node holds its company's lock and is still at it.
@Component
class InterruptedRuns {

    private final ImportStore store;
    private final ImportFiles files;

    InterruptedRuns(ImportStore store, ImportFiles files) {
        this.store = store;
        this.files = files;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void refuse() {
        var elsewhere = false;
        for (var company : store.companiesWithRunning()) {
            if (store.tryLock(company)) {
                store.running(company).forEach(id -> store.refused(id, "importing.refusal.interrupted", List.of()));
            } else {
                elsewhere = true;
            }
        }
        if (!elsewhere) {
            files.forgetAll();
        }
    }
}
