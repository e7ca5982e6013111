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
/// @param fullAsOf the file is the whole list of this day; null: what is absent stays as it is
public record Upload(
        String company,
        @Nullable ImportKind kind,
        String fileName,
        boolean dryRun,
        String sheet,
        String mapping,
        @Nullable LocalDate fullAsOf) {

    public Upload(String company, @Nullable ImportKind kind, String fileName, boolean dryRun) {
        this(company, kind, fileName, dryRun, "", "", null);
    }
}
