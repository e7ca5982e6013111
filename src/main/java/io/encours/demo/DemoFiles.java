package io.encours.demo;

import io.encours.identity.SignedIn;
import io.encours.importing.ImportRun;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Sends the files of a demonstration company through the import, as its accountant would: the customers first, then
/// year by year.
class DemoFiles {

    private final Imports imports;

    DemoFiles(Imports imports) {
        this.imports = imports;
    }

    void load(SignedIn user, Scope scope, DemoBooks books) throws IOException {
        var folder = Files.createTempDirectory("encours-demo");
        var files = new ArrayList<Path>();
        try {
            files.add(books.writeCustomers(folder));
            files.addAll(books.writeFecs(folder));
            for (var file : files) {
                take(user, scope, books.company(), file);
            }
        } finally {
            for (var file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private void take(SignedIn user, Scope scope, DemoCompany company, Path file) throws IOException {
        var upload = new Upload(company.code(), null, file.getFileName().toString(), false);
        try (var content = Files.newInputStream(file)) {
            var id = imports.start(scope, user, upload, content);
            imports.await(id);
            var run = imports.get(scope, id);
            if (run.status() != ImportRun.Status.DONE) {
                throw new IllegalStateException(
                        "The demonstration's file %s was refused: %s".formatted(upload.fileName(), run.refusal()));
            }
        }
    }
}
