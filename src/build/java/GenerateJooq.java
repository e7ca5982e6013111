import io.encours.platform.database.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/// Writes the jOOQ classes from the Flyway migrations, applied to a throw-away database.
/// Arguments: folder of the migrations, folder of the generated sources, folder of the PostgreSQL programs.
/// Does nothing when the migrations are the same as last time.
public final class GenerateJooq {

    private static final List<String> SCHEMAS = List.of(
            "platform",
            "identity",
            "company",
            "customer",
            "receivable",
            "timeline",
            "prediction",
            "strategy",
            "correspondence",
            "worklist",
            "reporting",
            "overview",
            "importing");

    private GenerateJooq() {}

    public static void main(String[] arguments) throws Exception {
        var migrations = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var mark = target.resolve("migrations.sha256");
        var fingerprint = fingerprint(migrations);
        if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
            return;
        }
        delete(target);
        var folder = Files.createTempDirectory("encours-generator");
        try (var database = EmbeddedDatabase.open(folder, Path.of(arguments[2]))) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.secret())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            generate(database, target);
        } finally {
            delete(folder);
        }
        Files.writeString(mark, fingerprint);
    }

    private static void generate(EmbeddedDatabase database, Path target) throws Exception {
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(database.jdbcUrl())
                        .withUser(database.user())
                        .withPassword(database.secret()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withSchemata(SCHEMAS.stream()
                                        .map(name -> new SchemaMappingType().withInputSchema(name))
                                        .toList())
                                .withIncludes(".*"))
                        .withGenerate(new Generate()
                                .withPojos(false)
                                .withDaos(false)
                                .withJavaTimeTypes(true)
                                .withKeys(true)
                                .withRecords(true)
                                .withIndexes(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withGlobalCatalogReferences(false))
                        .withTarget(new Target().withPackageName("encours.db").withDirectory(target.toString()))));
    }

    private static String fingerprint(Path migrations) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        digest.update(String.join(",", SCHEMAS).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
