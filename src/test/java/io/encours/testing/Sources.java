package io.encours.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The project's own files, for tests that hold rules of writing.
public final class Sources {

    public static final Path JAVA = Path.of("src", "main", "java", "io", "encours");
    public static final Path TEMPLATES = Path.of("src", "main", "jte");
    public static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    public static final Path MESSAGES = Path.of("src", "main", "resources", "messages");

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(//|--).*$|\\s//\\s.*$|\\s-- .*$");

    private static final Pattern STRING = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    /// One file with its text.
    public record Source(Path path, String text) {

        /// Comments of whole lines and at the ends of lines left out.
        public String withoutComments() {
            return COMMENT.matcher(text).replaceAll("");
        }

        /// The string literals and text blocks of a Java source.
        public List<String> strings() {
            return STRING.matcher(withoutComments())
                    .results()
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .toList();
        }

        /// SQL of the file: all of a migration, the strings of a Java source.
        public String sql() {
            return path.toString().endsWith(".java") ? String.join("\n", strings()) : withoutComments();
        }

        /// The module a Java source belongs to; empty for the application itself.
        public Optional<String> module() {
            var inside = JAVA.relativize(path);
            return inside.getNameCount() < 2
                    ? Optional.empty()
                    : Optional.of(inside.getName(0).toString());
        }
    }

    private Sources() {}

    /// Files below a folder whose name ends so.
    public static List<Source> in(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(Sources::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names of the folders in a folder.
    public static List<String> folders(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path path) {
        try {
            return new Source(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
