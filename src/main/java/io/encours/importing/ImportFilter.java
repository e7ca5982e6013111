package io.encours.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the list of imports is narrowed to; null: not narrowed.
///
/// @param company code
/// @param q part of the name of the file or of the person
/// @param from runs started at this instant or later
/// @param before runs started before this instant
public record ImportFilter(
        @Nullable String company,
        @Nullable ImportKind kind,
        @Nullable State state,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant before) {

    /// How a run ended.
    public enum State {
        RUNNING,
        /// All of it was taken in.
        DONE,
        /// Some lines were rejected.
        REJECTED,
        REFUSED
    }

    public static ImportFilter of(@Nullable String company) {
        return new ImportFilter(company, null, null, null, null, null);
    }
}
