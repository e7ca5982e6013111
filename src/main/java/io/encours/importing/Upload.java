package io.encours.importing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file somebody sends.
///
/// @param company code
/// @param kind null: to be recognised
/// @param dryRun do everything, then keep nothing but the report
/// @param sheet of a workbook; empty: the first one with a header that is recognised
/// @param mapping name or id of a kept mapping; empty: recognised by the header
/// @param full the file is the whole list of open items; else what is absent stays as it is
/// @param asOf day of the list; null: today
public record Upload(
        String company,
        @Nullable ImportKind kind,
        String fileName,
        boolean dryRun,
        String sheet,
        String mapping,
        boolean full,
        @Nullable LocalDate asOf) {

    public Upload(String company, @Nullable ImportKind kind, String fileName, boolean dryRun) {
        this(company, kind, fileName, dryRun, "", "", false, null);
    }
}
