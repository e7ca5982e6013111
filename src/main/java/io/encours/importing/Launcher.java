package io.encours.importing;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.importing.Importer.Task;
import io.encours.importing.RunQueue.Ticket;
import io.encours.importing.layout.Reading;
import io.encours.importing.text.Unreadable;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes runs: the row that tells of it, then its place in the queue.
@Component
class Launcher {

    private final ImportStore store;
    private final RunQueue queue;
    private final Importers importers;
    private final BusinessDate businessDate;

    Launcher(ImportStore store, RunQueue queue, Importers importers, BusinessDate businessDate) {
        this.store = store;
        this.queue = queue;
        this.importers = importers;
        this.businessDate = businessDate;
    }

    /// What is to be run.
    ///
    /// @param fullAsOf day of a whole list; null: what is absent stays as it is
    /// @param ofDraft a dry run behind a preview, whose file stays
    record Launch(
            Company company,
            SignedIn user,
            String fileName,
            StoredFile file,
            boolean dryRun,
            @Nullable LocalDate fullAsOf,
            boolean ofDraft) {}

    /// @return id of the run
    /// @throws Problem conflict, when a whole list was not looked at before
    long launch(Launch launch, Recognised recognised) {
        var asOf = launch.fullAsOf();
        if (asOf != null
                && !launch.dryRun()
                && store.preview(launch.company().id(), launch.file().hash(), asOf)
                        .isEmpty()) {
            throw Problem.conflict("importing.problem.previewFirst");
        }
        var mapping =
                Optional.ofNullable(recognised.reading()).map(Reading::mapping).orElse("");
        var id = store.create(launch, recognised.kind(), mapping);
        var task = new Task(
                id,
                launch.company(),
                launch.file().path(),
                launch.fileName(),
                today(launch.company()),
                recognised.reading(),
                launch.fullAsOf());
        queue.add(new Ticket(importers.of(recognised.kind()), task, launch.dryRun(), launch.ofDraft()));
        return id;
    }

    /// The run of a file that cannot be read at all.
    long refused(Launch launch, @Nullable ImportKind kind, Unreadable reason) {
        var id = store.create(launch, kind, "");
        store.refused(id, reason.reason(), reason.arguments());
        return id;
    }

    /// Day of a whole list.
    ///
    /// @throws Problem refused, when it is yet to come
    LocalDate fullAsOf(Company company, @Nullable LocalDate asOf) {
        var today = today(company);
        if (asOf != null && asOf.isAfter(today)) {
            throw Problem.invalid("asOf", "importing.problem.asOf");
        }
        return asOf == null ? today : asOf;
    }

    /// The application was stopped meanwhile: it can be done again.
    boolean wasInterrupted(long id) {
        return store.wasInterrupted(id);
    }

    void await(long id) {
        queue.await(id);
    }

    LocalDate today(Company company) {
        return businessDate.today(company.zone());
    }
}
