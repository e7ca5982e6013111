package io.encours.importing;

import io.encours.company.Company;
import io.encours.importing.layout.Reading;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes one file in, within the caller's transaction.
@FunctionalInterface
interface Importer {

    /// What is to be taken in, and where.
    ///
    /// @param layout how its columns are read; null: a FEC
    /// @param fullAsOf the file is the whole list of this day; null: what is absent stays as it is
    record Task(
            long importId,
            Company company,
            Path file,
            String fileName,
            LocalDate today,
            @Nullable Reading layout,
            @Nullable LocalDate fullAsOf) {

        Reading reading() {
            return Optional.ofNullable(layout).orElseThrow();
        }
    }

    /// @throws Unreadable when the whole file is refused
    Report run(Task task, Progress progress) throws IOException, Unreadable;
}
