package io.encours.importing;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportRun.Reject;
import io.encours.importing.Importer.Task;
import io.encours.importing.layout.Recognition;
import io.encours.importing.text.Unreadable;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Imports: start one, look at it, get its rejects. A run goes on in the background, one at a time for each company.
@Service
public class Imports {

    /// Errors shown with a run; the file of rejects has them all.
    public static final int ERRORS_SHOWN = 1_000;

    private static final Set<Role> MAY_IMPORT = Set.of(Role.ADMINISTRATOR, Role.CREDIT_MANAGER, Role.ACCOUNTANT);

    private final ImportStore store;
    private final ImportWorker worker;
    private final Importers importers;
    private final ImportFiles files;
    private final Companies companies;
    private final BusinessDate businessDate;
    private final Map<Long, ReentrantLock> turns = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    Imports(
            ImportStore store,
            ImportWorker worker,
            Importers importers,
            ImportFiles files,
            Companies companies,
            BusinessDate businessDate) {
        this.store = store;
        this.worker = worker;
        this.importers = importers;
        this.files = files;
        this.companies = companies;
        this.businessDate = businessDate;
    }

    public static boolean mayImport(SignedIn user) {
        return MAY_IMPORT.contains(user.role());
    }

    /// Stores the file and starts taking it in; a file that cannot be read at all makes a refused run.
    ///
    /// @return id of the run
    /// @throws Problem forbidden to other roles, not found when the company is outside of the scope
    public long start(Scope scope, SignedIn user, Upload upload, InputStream content) {
        if (!mayImport(user)) {
            throw Problem.forbidden("importing.problem.role");
        }
        var company = companies.get(scope, upload.company());
        try {
            var file = files.keep(content);
            return start(company, user, upload, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportRun get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> Problem.notFound("importing.problem.unknown"));
    }

    /// The latest first.
    ///
    /// @param company code; null: every company of the scope
    public Slice<ImportRun> list(Scope scope, @Nullable String company, int limit, @Nullable String cursor) {
        return store.list(scope, company, limit, cursor);
    }

    /// The first errors, in the order of the file.
    public List<Reject> errors(Scope scope, long id) {
        return store.rejects(get(scope, id).id(), ERRORS_SHOWN);
    }

    /// The rejected lines in the form of their file, to be mended and sent again.
    ///
    /// @param locale language of the reasons
    public RejectsFile rejects(Scope scope, long id, Locale locale) {
        return files.rejects(get(scope, id), store.rejects(id, Integer.MAX_VALUE), store.rawRejects(id), locale);
    }

    /// Waits for the end of a run of this process.
    public void await(long id) {
        var run = running.get(id);
        if (run != null) {
            run.join();
        }
    }

    private long start(Company company, SignedIn user, Upload upload, Path file) throws IOException {
        Recognised recognised = null;
        var refusal = new Unreadable("importing.refusal.unrecognised");
        try {
            recognised = importers.recognise(
                    file, upload.fileName(), upload.kind(), new Recognition(upload.kind(), upload.sheet(), List.of()));
        } catch (Unreadable e) {
            refusal = e;
        }
        var kind = recognised == null ? upload.kind() : recognised.kind();
        var id = store.create(company.id(), kind, upload.fileName(), Files.size(file), upload.dryRun(), user.id());
        if (recognised == null) {
            Files.deleteIfExists(file);
            store.refused(id, refusal.reason(), refusal.arguments());
            return id;
        }
        var task = new Task(
                id,
                company,
                file,
                upload.fileName(),
                businessDate.today(company.zone()),
                recognised.reading(),
                upload.fullAsOf());
        var done = new CompletableFuture<Void>();
        running.put(id, done);
        var importer = importers.of(recognised.kind());
        Thread.ofPlatform().name("import-" + id).daemon().start(() -> run(importer, task, upload.dryRun(), done));
        return id;
    }

    private void run(Importer importer, Task task, boolean dryRun, CompletableFuture<Void> done) {
        var turn = turns.computeIfAbsent(task.company().id(), id -> new ReentrantLock(true));
        turn.lock();
        try {
            worker.run(importer, task, dryRun);
        } finally {
            turn.unlock();
            files.forget(task.file());
            running.remove(task.importId());
            done.complete(null);
        }
    }
}
