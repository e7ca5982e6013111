package io.encours;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Sources;
import io.encours.testing.Sources.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/// The rules of writing that only the sources show (CONTRIBUTING.md).
class SourcesTest {

    private static final Pattern CLOCK_IN_SQL = Pattern.compile(
            "\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\\(\\)"
                    + "|\\b(current_date|current_timestamp|localtimestamp)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITE_IN_SQL = Pattern.compile(
            "(?i)\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into|truncate|copy)\\s+(?:only\\s+)?([a-z]+)\\.[a-z_]+");
    private static final Pattern READ_IN_SQL =
            Pattern.compile("(?i)\\b(?:from|join|using)\\s+(?:only\\s+)?([a-z]+)\\.[a-z_]+");
    private static final Pattern WRITE_IN_DSL =
            Pattern.compile("\\b(?:insertInto|update|deleteFrom|mergeInto|truncate|newRecord)\\(\\s*([A-Z][A-Z_]+)");
    private static final Pattern TABLE_IMPORT =
            Pattern.compile("import (?:static )?encours\\.db\\.([a-z]+)\\.Tables\\.([A-Z_]+);");
    private static final Set<String> OPEN_TO_ALL = Set.of("platform", "identity");

    @Test
    @DisplayName("Rule 4: no clock is read in SQL, neither in migrations nor in Java")
    void no_sql_reads_the_clock() {
        var readers = Stream.concat(
                        Sources.in(Sources.MIGRATIONS, ".sql").stream(), Sources.in(Sources.JAVA, ".java").stream())
                .filter(source -> CLOCK_IN_SQL.matcher(source.sql()).find())
                .map(Source::path);

        assertThat(readers).isEmpty();
    }

    @Test
    @DisplayName("Rule 12: package = schema = message file = template folder")
    void a_feature_is_one_word_everywhere() {
        var modules = Sources.folders(Sources.JAVA);

        assertThat(modules).containsAll(Sources.folders(Sources.MIGRATIONS));
        assertThat(modules).containsAll(Sources.folders(Sources.TEMPLATES));
        assertThat(Sources.in(Sources.MESSAGES, ".properties"))
                .extracting(file -> file.path().getFileName().toString().replaceFirst("(_[a-z]{2})?\\.properties$", ""))
                .isSubsetOf(modules);
        for (var migration : Sources.in(Sources.MIGRATIONS, ".sql")) {
            var schema = migration.path().getParent().getFileName().toString();
            assertThat(namesIn(WRITE_AND_CREATE, migration.withoutComments()))
                    .as("schemas made or written by %s", migration.path())
                    .isSubsetOf(schema.equals("platform") ? Set.of(schema, "extensions") : Set.of(schema));
        }
    }

    private static final Pattern WRITE_AND_CREATE = Pattern.compile(
            "(?i)\\b(?:create\\s+schema(?:\\s+if\\s+not\\s+exists)?|create\\s+table|insert\\s+into|alter\\s+table)\\s+([a-z]+)");

    @Test
    @DisplayName("Rule 12: only the module of a schema writes its tables")
    void a_module_writes_only_its_own_tables() {
        var breaches = new TreeSet<String>();
        for (var source : product()) {
            var module = source.module().orElse("");
            var text = source.withoutComments();
            schemasOf(namesIn(WRITE_IN_SQL, source.sql())).forEach(schema -> note(breaches, source, module, schema));
            var tables =
                    TABLE_IMPORT.matcher(text).results().collect(Collectors.toMap(m -> m.group(2), m -> m.group(1)));
            namesIn(WRITE_IN_DSL, text).stream()
                    .map(table -> tables.getOrDefault(table, module))
                    .forEach(schema -> note(breaches, source, module, schema));
        }

        assertThat(breaches).isEmpty();
    }

    @Test
    @DisplayName("A module reads only tables of modules it depends on")
    void a_module_reads_only_tables_of_modules_it_depends_on() {
        var breaches = new TreeSet<String>();
        for (var source : product()) {
            var module = source.module().orElse("");
            var text = source.withoutComments();
            var read = new TreeSet<>(schemasOf(namesIn(READ_IN_SQL, source.sql())));
            TABLE_IMPORT.matcher(text).results().forEach(match -> read.add(match.group(1)));
            read.removeAll(OPEN_TO_ALL);
            read.removeAll(dependenciesOf(module));
            read.forEach(schema -> note(breaches, source, module, schema));
        }

        assertThat(breaches).isEmpty();
    }

    /// All but the benchmarks, which fill and read tables bare to have something to compare with.
    private static List<Source> product() {
        return Sources.in(Sources.JAVA, ".java").stream()
                .filter(source -> !source.module().equals(Optional.of("bench")))
                .toList();
    }

    private static void note(Set<String> breaches, Source source, String module, String schema) {
        if (!schema.equals(module)) {
            breaches.add(source.path() + " uses " + schema);
        }
    }

    private static Set<String> dependenciesOf(String module) {
        try {
            var declared =
                    Class.forName("io.encours." + module + ".package-info").getAnnotation(ApplicationModule.class);
            return declared == null ? Set.of() : Set.of(declared.allowedDependencies());
        } catch (ClassNotFoundException e) {
            return Set.of();
        }
    }

    /// Only words that are schemas: `extract(day from x.y)` reads no table.
    private static List<String> schemasOf(List<String> words) {
        var schemas = Sources.folders(Sources.MIGRATIONS);
        return words.stream().filter(schemas::contains).toList();
    }

    private static List<String> namesIn(Pattern pattern, String text) {
        var names = new ArrayList<String>();
        pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names.stream()
                .map(name -> name.equals(name.toUpperCase(Locale.ROOT)) ? name : name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
