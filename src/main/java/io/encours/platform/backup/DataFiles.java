package io.encours.platform.backup;

import io.encours.platform.OwnerOnly;
import io.encours.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The files of an archive on their way into the data folder.
final class DataFiles {

    private final Archive archive;
    private final Path data;

    DataFiles(Archive archive, Path data) {
        this.archive = archive;
        this.data = data;
    }

    /// In the place of those that are there.
    void bringIn() throws IOException {
        for (var folder : archive.manifest().folders()) {
            empty(inside(folder));
        }
        for (var file : archive.manifest().files()) {
            var target = inside(file.path());
            Files.createDirectories(target.getParent());
            try (var in = archive.open(file.content());
                    var out = Files.newOutputStream(OwnerOnly.create(target))) {
                in.transferTo(out);
            }
        }
    }

    /// @throws Problem when the archive would write elsewhere
    private Path inside(String path) {
        var root = data.toAbsolutePath().normalize();
        var target = root.resolve(path).normalize();
        if (!target.startsWith(root) || target.equals(root)) {
            throw Problem.refused("platform.restore.otherTables");
        }
        return target;
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder))
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
