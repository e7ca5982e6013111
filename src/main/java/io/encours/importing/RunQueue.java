package io.encours.importing;

import io.encours.importing.Importer.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Runs in the background: one at a time for each company, in the order they were asked for.
@Component
class RunQueue {

    private final ImportWorker worker;
    private final ImportFiles files;
    private final Map<Long, CompletableFuture<Void>> last = new HashMap<>();
    private final Map<Long, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    RunQueue(ImportWorker worker, ImportFiles files) {
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
        Thread.ofPlatform().name("import-" + id).daemon().start(() -> {
            if (before != null) {
                before.join();
            }
            try {
                worker.run(ticket.importer(), ticket.task(), ticket.dryRun());
            } finally {
                finish(ticket, done);
            }
        });
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
