package io.encours.importing;

import java.nio.file.Path;

/// A file that was sent, on the server's disk.
///
/// @param hash SHA-256 of its content
record StoredFile(Path path, long size, String hash) {}
