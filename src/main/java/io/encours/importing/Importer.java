package io.encours.importing;

import io.encours.company.Company;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/// Takes one file in, within the caller's transaction.
@FunctionalInterface
interface Importer {

    /// What is to be taken in, and where.
    record Task(long importId, Company company, Path file, String fileName, LocalDate today) {}

    /// @throws Unreadable when the whole file is refused
    Report run(Task task, Progress progress) throws IOException, Unreadable;
}
