package io.encours.correspondence.letter;

import java.time.Instant;

/// Letters printed together.
///
/// @param company code
/// @param author name as it was then
public record PrintRun(
        long id, long companyId, String company, Instant createdAt, String author, int letters, int pages) {}
