package io.encours.importing;

import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.Importer.Task;
import io.encours.importing.table.Rows;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Problem;
import io.encours.platform.Progress;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs one import in one transaction: all of it or nothing. The report of what was kept commits with the data;
/// progress and the report of what was not kept are written apart.
@Component
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int TRIES_TO_REFUSE = 60;

    private final ImportStore store;
    private final ImportMeasures measures;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate together;
    private final TransactionTemplate apart;

    ImportWorker(
            ImportStore store,
            ImportMeasures measures,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.store = store;
        this.measures = measures;
        this.events = events;
        this.together = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void run(Importer importer, Task task, boolean dryRun) {
        var sample = measures.begin();
        Report report = null;
        try {
            report = together.execute(status -> {
                store.lock(task.company().id());
                if (dryRun) {
                    status.setRollbackOnly();
                }
                return taken(importer, task, dryRun);
            });
            var kept = report;
            if (dryRun && kept != null) {
                apart.executeWithoutResult(status -> store.done(task.importId(), kept));
            }
        } catch (Refused refused) {
            refuse(task, refused.reason, refused.arguments);
        } catch (Problem problem) {
            refuse(task, problem.code(), problem.arguments());
        } catch (RuntimeException unforeseen) {
            var number = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("Import {} failed, incident {}", task.importId(), number, unforeseen);
            refuse(task, "importing.refusal.incident", List.of(number));
        } finally {
            measures.end(sample, dryRun, report);
        }
    }

    private Report taken(Importer importer, Task task, boolean dryRun) {
        try {
            if (!store.isRunning(task.importId())) {
                throw new Refused("importing.refusal.interrupted", List.of());
            }
            var report = importer.run(task, new Shown(task.importId()));
            if (!dryRun) {
                onlyWhatWasShown(task, report);
                store.done(task.importId(), report);
                events.publishEvent(ImportDone.of(task, report));
            }
            return report;
        } catch (Unreadable unreadable) {
            throw new Refused(unreadable.reason(), unreadable.arguments());
        } catch (Rows.Broken broken) {
            throw new Refused(broken.reason(), List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A whole list settles what its preview said it would, or nothing.
    private void onlyWhatWasShown(Task task, Report report) {
        var asOf = task.fullAsOf();
        if (asOf == null) {
            return;
        }
        var shown = store.preview(task.company().id(), store.hash(task.importId()), asOf)
                .orElse(Totals.NONE);
        var settled = report.totals().getOrDefault(LineOutcome.SETTLED, Totals.NONE);
        if (shown.lines() != settled.lines()
                || shown.debit().compareTo(settled.debit()) != 0
                || shown.credit().compareTo(settled.credit()) != 0) {
            throw new Refused("importing.refusal.otherThanShown", List.of());
        }
    }

    /// Tried for a while: what ends an import may be that the database went away, and it comes back.
    private void refuse(Task task, String reason, List<String> arguments) {
        for (var tries = 1; ; tries++) {
            try {
                apart.executeWithoutResult(status -> store.refused(task.importId(), reason, arguments));
                return;
            } catch (DataAccessException | TransactionException e) {
                if (tries == TRIES_TO_REFUSE) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Progress for those who look on, written outside of the import's transaction and not too often.
    private final class Shown implements Progress {

        private static final long PAUSE = 300_000_000;

        private final long importId;
        private String phase = "";
        private long shownAt;

        Shown(long importId) {
            this.importId = importId;
        }

        @Override
        public void at(String phase, int percent) {
            var now = System.nanoTime();
            if (phase.equals(this.phase) && now - shownAt < PAUSE) {
                return;
            }
            this.phase = phase;
            this.shownAt = now;
            apart.executeWithoutResult(status -> store.progress(importId, phase, Math.clamp(percent, 0, 99)));
        }
    }

    /// The whole file is refused; rolls the transaction back.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;
        private final transient List<String> arguments;

        Refused(String reason, List<String> arguments) {
            super(reason);
            this.reason = reason;
            this.arguments = arguments;
        }
    }
}
