package io.encours.platform.jobs;

import java.time.LocalDate;

/// Something that is done for a company every night. Modules contribute theirs as beans; they run in the order of
/// `@Order`, each outside of a transaction, and again as often as somebody asks: doing it twice is doing it once.
public interface NightlyStep {

    /// In the answer of a nightly run, `planning`.
    String name();

    /// @param day business day
    /// @return what it did, for the answer
    Object run(long companyId, LocalDate day);
}
