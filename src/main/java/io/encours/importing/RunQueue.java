package io.encours.importing;

import io.encours.importing.Importer.Task;
import io.encours.platform.web.RequestId;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Runs in the background: one at a time for each company, in the order they were asked for.
@Component
class RunQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);
    private static final int SECONDS_TO_END = 20;

    private final ImportWorker worker;
    private final ImportFiles files;
    private final Map<Long, CompletableFuture<Void>> last = new HashMap<>();
    private final Map<Long, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    RunQueue(ImportWorker worker, ImportFiles files, ImportMeasures measures) {
        measures.watch(running);
        this.worker = worker;
        this.files = files;
    }

    /// What to do with a run, and with its file afterwards.
    record Ticket(Importer importer, Task task, boolean dryRun, boolean keepsFile) {}

    void add(Ticket ticket) {
        var id = ticket.task().importId();
        var company = ticket.task().company().id();
        var done = new CompletableFuture<Void>();
        running.put(id, done);
        CompletableFuture<Void> before;
        synchronized (last) {
            before = last.put(company, done);
        }
        Thread.ofPlatform().name("import-" + id).daemon().start(RequestId.keptBy(() -> {
            if (before != null) {
                before.join();
            }
            try {
                worker.run(ticket.importer(), ticket.task(), ticket.dryRun());
            } finally {
                finish(ticket, done);
            }
        }));
    }

    /// The application is being stopped: what is under way is given a little time. What it does not suffice for leaves
    /// nothing behind, and is refused as interrupted at the next start.
    @PreDestroy
    void end() throws InterruptedException {
        var all = CompletableFuture.allOf(running.values().toArray(CompletableFuture[]::new));
        try {
            all.get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} imports are interrupted by the stop", running.size());
        } catch (ExecutionException e) {
            LOG.error("An import ended badly while the application was being stopped", e);
        }
    }

    /// Waits for the end of a run of this process.
    void await(long id) {
        var run = running.get(id);
        if (run != null) {
            run.join();
        }
    }

    private void finish(Ticket ticket, CompletableFuture<Void> done) {
        if (!ticket.keepsFile()) {
            files.forget(ticket.task().file());
        }
        running.remove(ticket.task().importId());
        synchronized (last) {
            last.remove(ticket.task().company().id(), done);
        }
        done.complete(null);
    }
}
