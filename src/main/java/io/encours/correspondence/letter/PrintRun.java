package io.encours.correspondence.letter;

import java.time.Instant;

/// Letters printed together.
///
/// @param company code
/// @param author name as it was then
public record PrintRun(
        long id, long companyId, String company, Instant createdAt, String author, int letters, int pages) {

    /// A customer who got none of its letters though one was wanted.
    ///
    /// @param company code
    public record WithoutLetter(String company, String code, String name, Refusal.Reason reason) {}
}
