package io.encours.platform.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs (initdb, pg_ctl, postgres) of this platform, unpacked once from the class path.
final class PostgresBinaries {

    static final String VERSION = "18.4.0";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /// Unpacks the programs under `folder` unless they are there already. Two processes may do so at the same time:
    /// each unpacks beside the target, and the first to rename wins.
    static PostgresBinaries under(Path folder) {
        var home = folder.toAbsolutePath().resolve(VERSION);
        if (!Files.exists(home.resolve("bin"), LinkOption.NOFOLLOW_LINKS)) {
            try {
                unpack(home);
            } catch (IOException e) {
                throw new DatabaseUnavailable("The PostgreSQL programs could not be unpacked to " + home + ".", e);
            }
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        var file = home.resolve("bin").resolve(windows() ? name + ".exe" : name);
        return file;
    }

    Path home() {
        return home;
    }

    static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static void unpack(Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var beside = Files.createTempDirectory(home.getParent(), "unpacking");
        try (var archive = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, beside);
            }
        }
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // How a system says that another process was quicker differs; what matters is that the programs are there.
            delete(beside);
            if (!Files.exists(home.resolve("bin"))) {
                throw e;
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(root.resolve(entry.getLinkName()), target);
        } else {
            Files.copy(tar, target);
        }
        if (!windows() && !entry.isSymbolicLink()) {
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() throws IOException {
        var name = archiveName();
        var stream = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new DatabaseUnavailable(
                    "No embedded PostgreSQL for this platform (" + name
                            + " is not on the class path): give ENCOURS_DATABASE_URL.",
                    null);
        }
        return stream;
    }

    private static String archiveName() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
        var platform = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "darwin" : "linux";
        return "postgres-" + platform + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
