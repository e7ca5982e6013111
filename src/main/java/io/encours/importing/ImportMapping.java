package io.encours.importing;

import io.encours.importing.layout.Layout;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the columns of a layout are read, kept for the company under a name.
///
/// @param company code
/// @param header names of all columns of the file it was made on, by which it is recognised; empty: only by its name
/// @param changedBy name of the user
public record ImportMapping(
        long id,
        String company,
        ImportKind kind,
        String name,
        List<String> header,
        Layout layout,
        @Nullable String changedBy,
        Instant changedAt) {}
