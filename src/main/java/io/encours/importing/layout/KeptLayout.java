package io.encours.importing.layout;

import io.encours.importing.ImportKind;

/// A layout somebody described once, and the header it is recognised by.
public record KeptLayout(ImportKind kind, String name, String fingerprint, Layout layout) {}
