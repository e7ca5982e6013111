package io.encours.importing;

import io.encours.importing.layout.Reading;
import org.jspecify.annotations.Nullable;

/// What a file turned out to be.
///
/// @param reading null: a FEC, whose layout is the law's
record Recognised(ImportKind kind, @Nullable Reading reading) {}
