package io.encours.timeline;

import io.encours.platform.RowId;
import java.time.Instant;

/// A file that belongs to an event.
///
/// @param name as it was sent, without folders
/// @param mediaType what its content is
/// @param bytes its size
/// @param author name as it was then
public record Attachment(RowId id, String name, String mediaType, long bytes, Instant addedAt, String author) {

    private static final int KILO = 1000;

    /// In thousands of bytes, at least one.
    public long kilobytes() {
        return Math.max(1, Math.round(bytes / (double) KILO));
    }
}
