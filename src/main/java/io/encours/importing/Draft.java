package io.encours.importing;

import io.encours.importing.layout.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that was sent on the page and waits for somebody to say how it is to be read, or to say go.
///
/// @param company code
/// @param kind null: not known
/// @param reading null: a FEC, or a file that cannot be read
/// @param refusal message key of why it cannot be read at all
/// @param keepAs name to keep the mapping under when it is imported; empty: not kept
/// @param fullAsOf the file is the whole list of this day; null: what is absent stays as it is
/// @param checkId dry run of what is said here; null: none since it was changed
/// @param runId the import it became; null: none yet
public record Draft(
        long id,
        long companyId,
        String company,
        String fileName,
        long fileSize,
        String storedAs,
        String hash,
        @Nullable ImportKind kind,
        @Nullable Reading reading,
        Origin origin,
        @Nullable String refusal,
        List<String> refusalArguments,
        String keepAs,
        @Nullable LocalDate fullAsOf,
        @Nullable Long checkId,
        @Nullable Long runId) {

    /// Who said how the columns are read.
    public enum Origin {
        /// The file itself, by the names of api.md or those of a kept mapping.
        RECOGNISED,
        GUESSED,
        SAID,
        UNREADABLE
    }

    /// Nothing is missing for it to be imported.
    public boolean isReady() {
        var read = reading;
        return kind != null
                && refusal == null
                && runId == null
                && (kind == ImportKind.FEC
                        || (read != null && read.layout().missing(read.kind()).isEmpty()));
    }

    /// Ready, and nobody needs to look at what was guessed or would be settled.
    public boolean isCertain() {
        return isReady() && origin != Origin.GUESSED && fullAsOf == null;
    }
}
