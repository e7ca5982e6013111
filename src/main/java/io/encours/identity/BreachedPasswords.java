package io.encours.identity;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A list of breached passwords as Have I Been Pwned publishes it for use offline: lines `SHA-1:COUNT`, sorted by hash.
/// Searched in the file, by halves: some thirty short reads in forty gigabytes.
final class BreachedPasswords {

    private static final int HASH_LENGTH = 40;

    private final Path file;

    /// @throws IllegalStateException when the file cannot be read
    BreachedPasswords(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("ENCOURS_BREACHED_PASSWORDS: the file cannot be read: " + file);
        }
        this.file = file;
    }

    boolean contains(String password) {
        var wanted = sha1(password);
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            long from = 0;
            long to = lines.length();
            while (from < to) {
                var middle = (from + to) >>> 1;
                var hash = hashAtOrAfter(lines, middle);
                var order = hash == null ? 1 : hash.compareToIgnoreCase(wanted);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of the first line that begins at the position or behind it; null: none does.
    private static @Nullable String hashAtOrAfter(RandomAccessFile lines, long position) throws IOException {
        lines.seek(position == 0 ? 0 : position - 1);
        if (position > 0) {
            lines.readLine();
        }
        var line = lines.readLine();
        return line == null || line.length() < HASH_LENGTH ? null : line.substring(0, HASH_LENGTH);
    }

    private static String sha1(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
