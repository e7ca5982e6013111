package io.encours.platform.backup;

import io.encours.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The migrations of this version, all or those of a backup only.
final class Migrations {

    private static final String FOLDER = "db/migration";

    private Migrations() {}

    /// @throws Problem when the backup was made after a migration that this version does not have
    static void knows(Manifest manifest) {
        var unknown = manifest.migrations().stream()
                .filter(script -> !resource(script).exists())
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.refused("platform.restore.newer", manifest.software());
        }
    }

    /// Schemas these migrations make.
    static List<String> schemas() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "/*/*.sql");
        return Catalogue.schemas(Arrays.stream(found)
                .map(resource -> resource.getDescription().replaceFirst(".*" + FOLDER + "/", ""))
                .toList());
    }

    /// Makes the tables as exactly these migrations do. The number of the last one would not say which: one with a
    /// smaller number may have come later.
    static void apply(List<String> scripts, DataSource database) throws IOException {
        var folder = Files.createTempDirectory("encours-migrations");
        try {
            for (var script : scripts) {
                var file = folder.resolve(script);
                Files.createDirectories(file.getParent());
                try (var in = resource(script).getInputStream()) {
                    Files.copy(in, file);
                }
            }
            migrate("filesystem:" + folder, database);
        } finally {
            delete(folder);
        }
    }

    static void applyAll(DataSource database) {
        migrate("classpath:" + FOLDER, database);
    }

    private static void migrate(String location, DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations(location)
                .outOfOrder(true)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
    }

    private static ClassPathResource resource(String script) {
        return new ClassPathResource(FOLDER + "/" + script);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
