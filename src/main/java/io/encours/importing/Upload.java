package io.encours.importing;

import org.jspecify.annotations.Nullable;

/// A file somebody sends.
///
/// @param company code
/// @param kind null: to be recognised
/// @param dryRun do everything, then keep nothing but the report
public record Upload(String company, @Nullable ImportKind kind, String fileName, boolean dryRun) {}
