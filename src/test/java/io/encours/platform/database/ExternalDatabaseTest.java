package io.encours.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.Encours;
import io.encours.identity.Users;
import io.encours.platform.EncoursSettings;
import io.encours.platform.database.embedded.DatabaseUnavailable;
import io.encours.platform.database.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DisplayName("Q2 a database given by URL")
class ExternalDatabaseTest {

    private static final Path PROGRAMS = Path.of("target", "postgresql");

    @TempDir
    private Path serversFolder;

    @TempDir
    private Path data;

    @Test
    void the_application_uses_it_and_starts_none_of_its_own() throws Exception {
        try (var server = EmbeddedDatabase.open(serversFolder, PROGRAMS)) {
            var application = new SpringApplication(Encours.class);
            application.setEnvironment(environment(Map.of(
                    "ENCOURS_DATABASE_URL", server.jdbcUrl(),
                    "ENCOURS_DATABASE_USER", server.user(),
                    "ENCOURS_DATABASE_PASSWORD", server.secret(),
                    "ENCOURS_DATA", data.toString(),
                    "ENCOURS_ADMIN_PASSWORD", "correct horse battery staple",
                    "SERVER_PORT", "0")));
            try (var context = application.run()) {
                assertThat(context.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
                assertThat(context.getBean(Users.class).find("admin")).isPresent();
            }
            try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.secret());
                    var rows = connection.createStatement().executeQuery("select login from identity.app_user")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("admin");
            }
            assertThat(data.resolve("postgresql")).doesNotExist();
        }
    }

    @Test
    void the_form_other_programs_use_is_understood() {
        var address = DatabaseAddress.of(settings("postgresql://ann:p%40ss@db.example:6432/encours?sslmode=require"));

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/encours?sslmode=require");
        assertThat(address.user()).isEqualTo("ann");
        assertThat(address.password()).isEqualTo("p@ss");
    }

    @Test
    void what_is_no_address_and_what_does_not_answer_is_told_in_a_sentence() {
        assertThatThrownBy(() -> DatabaseAddress.of(settings("mysql://db.example/encours")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("ENCOURS_DATABASE_URL");
        assertThatThrownBy(() -> DatabaseAddress.of(settings("jdbc:postgresql://127.0.0.1:1/encours"))
                        .checked())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be opened");
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return environment;
    }

    private static EncoursSettings settings(String url) {
        return new EncoursSettings(8080, Path.of("data"), url, null, null, null, null, null, null, null, null, false);
    }
}
