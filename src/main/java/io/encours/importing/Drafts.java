package io.encours.importing;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.importing.Draft.Origin;
import io.encours.importing.DraftStore.Said;
import io.encours.importing.Launcher.Launch;
import io.encours.importing.layout.Layout;
import io.encours.importing.layout.Reading;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Files on their way in: sent, looked at, described, tried, then imported. What was said of a file stays with it, so
/// that nothing is lost when one goes back.
@Service
public class Drafts {

    private final DraftStore store;
    private final DraftReader reader;
    private final Launcher launcher;
    private final ImportFiles files;
    private final Companies companies;
    private final ImportMappings mappings;

    Drafts(
            DraftStore store,
            DraftReader reader,
            Launcher launcher,
            ImportFiles files,
            Companies companies,
            ImportMappings mappings) {
        this.store = store;
        this.reader = reader;
        this.launcher = launcher;
        this.files = files;
        this.companies = companies;
        this.mappings = mappings;
    }

    /// What somebody says of a file.
    ///
    /// @param layout null: found out anew, after the kind or the sheet was changed
    /// @param keepAs name to keep the mapping under; empty: not kept
    /// @param fullAsOf the file is the whole list of this day; null: what is absent stays as it is
    public record Saying(
            ImportKind kind,
            String sheet,
            @Nullable Layout layout,
            String keepAs,
            @Nullable LocalDate fullAsOf) {}

    /// Stores a file and finds out what it is.
    ///
    /// @param kind null: to be recognised
    /// @throws Problem forbidden to other roles, not found when the company is outside of the scope
    public Draft keep(
            Scope scope,
            SignedIn user,
            String companyCode,
            String fileName,
            @Nullable ImportKind kind,
            InputStream content) {
        onlyImporters(user);
        var company = companies.get(scope, companyCode);
        store.forgetOld().forEach(name -> files.forget(files.path(name)));
        try {
            var file = files.keep(content, ImportFiles.DRAFT);
            var said = reader.recognise(file.path(), fileName, kind, "", mappings.kept(company.id()));
            return get(scope, store.create(company.id(), user.id(), fileName, file, said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws Problem not found, also when it is outside of the scope
    public Draft get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> Problem.notFound("importing.problem.unknownDraft"));
    }

    /// Files of a user that are not imported yet.
    public List<Draft> waiting(Scope scope, SignedIn user, String companyCode) {
        return store.waiting(scope, user.id(), companyCode);
    }

    public DraftContent content(Scope scope, Draft draft) {
        var reading = draft.reading();
        if (reading == null) {
            return DraftContent.nothing();
        }
        try {
            return reader.content(
                    files.path(draft.storedAs()),
                    reading,
                    companies.get(scope, draft.company()).currency());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Changes how a file is read.
    public Draft say(Scope scope, SignedIn user, long id, Saying saying) {
        onlyImporters(user);
        var draft = get(scope, id);
        store.say(
                id, said(draft, saying), saying.keepAs().strip(), saying.kind().isList() ? saying.fullAsOf() : null);
        return get(scope, id);
    }

    private Said said(Draft draft, Saying saying) {
        var before = draft.reading();
        var layout = saying.layout();
        if (layout != null
                && before != null
                && before.kind() == saying.kind()
                && before.sheet().equals(saying.sheet())) {
            var same = layout.equals(before.layout());
            return new Said(
                    saying.kind(),
                    new Reading(
                            saying.kind(), before.sheet(), before.headerLine(), layout, same ? before.mapping() : ""),
                    same && draft.origin() != Origin.GUESSED ? draft.origin() : Origin.SAID,
                    null,
                    List.of());
        }
        try {
            return reader.recognise(
                    files.path(draft.storedAs()),
                    draft.fileName(),
                    saying.kind(),
                    saying.sheet(),
                    mappings.kept(draft.companyId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Does everything and keeps nothing: how much would be created, changed, rejected, settled.
    ///
    /// @return id of the dry run, the one there is unless something was said since
    /// @throws Problem refused, while something required has no column
    public long check(Scope scope, SignedIn user, long id) {
        onlyImporters(user);
        var draft = ready(scope, id);
        var known = draft.checkId();
        if (known != null && !launcher.wasInterrupted(known)) {
            return known;
        }
        var run = launch(companies.get(scope, draft.company()), user, draft, Purpose.LOOKING);
        store.checked(id, run);
        return run;
    }

    /// Imports a file.
    ///
    /// @return id of the run
    /// @throws Problem refused, while something required has no column; conflict, when it was imported already, or
    ///     when a whole list was not looked at before
    public long start(Scope scope, SignedIn user, long id) {
        onlyImporters(user);
        var draft = ready(scope, id);
        var company = companies.get(scope, draft.company());
        if (!store.take(id)) {
            throw Problem.conflict("importing.problem.draftImported");
        }
        try {
            keepMapping(scope, user, draft);
            var run = launch(company, user, draft, Purpose.IMPORTING);
            store.became(id, run);
            return run;
        } catch (RuntimeException e) {
            store.give(id);
            throw e;
        }
    }

    /// Imports several files, customers before items before payments.
    ///
    /// @return ids of the runs, in the order they are run in
    public List<Long> start(Scope scope, SignedIn user, Collection<Long> ids) {
        onlyImporters(user);
        var runs = new ArrayList<Long>();
        store.find(scope, ids).stream()
                .filter(Draft::isCertain)
                .sorted(Comparator.comparingInt(Drafts::turn))
                .forEach(draft -> runs.add(start(scope, user, draft.id())));
        return runs;
    }

    public void remove(Scope scope, SignedIn user, long id) {
        onlyImporters(user);
        var draft = get(scope, id);
        store.delete(id);
        if (draft.runId() == null) {
            files.forget(files.path(draft.storedAs()));
        }
    }

    private enum Purpose {
        LOOKING,
        IMPORTING
    }

    private long launch(Company company, SignedIn user, Draft draft, Purpose purpose) {
        var looking = purpose == Purpose.LOOKING;
        var kind = java.util.Objects.requireNonNull(draft.kind());
        var file = new StoredFile(files.path(draft.storedAs()), draft.fileSize(), draft.hash());
        return launcher.launch(
                new Launch(company, user, draft.fileName(), file, looking, draft.fullAsOf(), looking),
                new Recognised(kind, draft.reading()));
    }

    private void keepMapping(Scope scope, SignedIn user, Draft draft) {
        var reading = draft.reading();
        if (reading != null && !draft.keepAs().isEmpty()) {
            var header = content(scope, draft).columns().stream()
                    .map(DraftContent.Column::name)
                    .toList();
            mappings.save(scope, user, draft.company(), reading.kind(), draft.keepAs(), header, reading.layout());
        }
    }

    private Draft ready(Scope scope, long id) {
        var draft = get(scope, id);
        if (draft.runId() != null) {
            throw Problem.conflict("importing.problem.draftImported");
        }
        if (!draft.isReady()) {
            throw Problem.refused("importing.problem.draftUnclear");
        }
        return draft;
    }

    private static int turn(Draft draft) {
        return switch (java.util.Objects.requireNonNull(draft.kind())) {
            case CUSTOMERS -> 0;
            case FEC -> 1;
            case ITEMS -> 2;
            case PAYMENTS -> 3;
        };
    }

    private static void onlyImporters(SignedIn user) {
        if (!Imports.mayImport(user)) {
            throw Problem.forbidden("importing.problem.role");
        }
    }
}
