package io.encours.importing;

import io.encours.company.Companies;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportRun.Reject;
import io.encours.importing.Launcher.Launch;
import io.encours.importing.layout.KeptLayout;
import io.encours.importing.layout.Recognition;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Imports: start one, look at it, get its rejects. A run goes on in the background, one at a time for each company.
@Service
public class Imports {

    /// Errors shown with a run; the file of rejects has them all.
    public static final int ERRORS_SHOWN = 1_000;

    private static final Set<Role> MAY_IMPORT = Set.of(Role.ADMINISTRATOR, Role.CREDIT_MANAGER, Role.ACCOUNTANT);

    private final ImportStore store;
    private final Launcher launcher;
    private final Importers importers;
    private final ImportFiles files;
    private final Companies companies;
    private final ImportMappings mappings;

    Imports(
            ImportStore store,
            Launcher launcher,
            Importers importers,
            ImportFiles files,
            Companies companies,
            ImportMappings mappings) {
        this.store = store;
        this.launcher = launcher;
        this.importers = importers;
        this.files = files;
        this.companies = companies;
        this.mappings = mappings;
    }

    public static boolean mayImport(SignedIn user) {
        return MAY_IMPORT.contains(user.role());
    }

    /// Stores the file and starts taking it in; a file that cannot be read at all makes a refused run.
    ///
    /// @return id of the run
    /// @throws Problem forbidden to other roles, not found when the company is outside of the scope, refused when
    ///     the mapping is unknown, conflict when a whole list was not looked at before
    public long start(Scope scope, SignedIn user, Upload upload, InputStream content) {
        if (!mayImport(user)) {
            throw Problem.forbidden("importing.problem.role");
        }
        var company = companies.get(scope, upload.company());
        var mapping = mapping(company.id(), upload.mapping());
        var asOf = upload.full() ? launcher.fullAsOf(company, upload.asOf()) : null;
        try {
            var file = files.keep(content, ImportFiles.UPLOAD);
            var launch = new Launch(company, user, upload.fileName(), file, upload.dryRun(), asOf, false);
            return start(launch, upload, mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable KeptLayout mapping(long companyId, String nameOrId) {
        return nameOrId.isBlank()
                ? null
                : mappings.find(companyId, nameOrId)
                        .orElseThrow(() -> Problem.invalid("mapping", "importing.problem.mapping", nameOrId));
    }

    private long start(Launch launch, Upload upload, @Nullable KeptLayout mapping) throws IOException {
        var path = launch.file().path();
        try {
            var kept = mappings.kept(launch.company().id());
            var recognition = new Recognition(upload.kind(), upload.sheet(), kept);
            var recognised = mapping == null
                    ? importers.recognise(path, upload.fileName(), upload.kind(), recognition)
                    : importers.byMapping(path, mapping, recognition);
            if (launch.fullAsOf() != null && !recognised.kind().isList()) {
                throw new Unreadable("importing.refusal.notAList");
            }
            return launcher.launch(launch, recognised);
        } catch (Unreadable e) {
            files.forget(path);
            return launcher.refused(launch, upload.kind(), e);
        } catch (Problem e) {
            files.forget(path);
            throw e;
        }
    }

    public ImportRun get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> Problem.notFound("importing.problem.unknown"));
    }

    /// The latest first.
    ///
    /// @param company code; null: every company of the scope
    public Slice<ImportRun> list(Scope scope, @Nullable String company, int limit, @Nullable String cursor) {
        return store.list(scope, ImportFilter.of(company), limit, cursor);
    }

    /// The latest first; the dry runs behind previews are not among them.
    public Slice<ImportRun> list(Scope scope, ImportFilter filter, int limit, @Nullable String cursor) {
        return store.list(scope, filter, limit, cursor);
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
        launcher.await(id);
    }
}
