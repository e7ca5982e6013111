package io.encours.platform.backup;

import io.encours.platform.Problem;
import io.encours.platform.Progress;
import io.encours.platform.backup.Manifest.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/// A backup, opened for reading.
public final class Archive implements AutoCloseable {

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// @throws Problem when the file is no backup, was cut off, or is of a later format
    /// @throws IOException when it cannot be read
    public static Archive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw damaged(file);
        }
        try {
            return new Archive(zip, manifest(zip, file));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(Backup.MANIFEST);
        if (entry == null) {
            throw damaged(file);
        }
        try (var in = zip.getInputStream(entry)) {
            var tree = Backup.JSON.readTree(in);
            if (tree.path("format").asInt() > Manifest.FORMAT) {
                throw Problem.refused(
                        "platform.restore.newer", tree.path("software").asString(""));
            }
            return Backup.JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException | ZipException e) {
            throw damaged(file);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /// Reads it to its end.
    ///
    /// @throws Problem when anything in it is not what was written
    public void verify(Path file, Progress progress) throws IOException {
        var all = Math.max(1, manifest.bytes());
        var read = 0L;
        for (var content : contents().toList()) {
            progress.at("VERIFYING", (int) (read * 100 / all));
            verify(content, file);
            read += content.bytes();
        }
        progress.at("VERIFYING", 100);
    }

    private void verify(Content content, Path file) throws IOException {
        var digest = Entries.sha256();
        try (var in = new DigestInputStream(open(content), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException e) {
            throw damaged(file);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
            throw damaged(file);
        }
    }

    InputStream open(Content content) throws IOException {
        var entry = zip.getEntry(content.entry());
        if (entry == null) {
            throw new ZipException(content.entry());
        }
        return zip.getInputStream(entry);
    }

    private Stream<Content> contents() {
        return Stream.concat(
                manifest.tables().stream().map(Manifest.TableData::content),
                manifest.files().stream().map(Manifest.FileData::content));
    }

    private static Problem damaged(Path file) {
        return Problem.refused("platform.restore.damaged", file.toString());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
