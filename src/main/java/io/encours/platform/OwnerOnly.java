package io.encours.platform;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that nobody else may read, from their first byte on.
public final class OwnerOnly {

    private OwnerOnly() {}

    /// A new, empty file of mode 600, where the file system knows modes.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when it is there
    public static Path create(Path file) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }
}
