package io.encours.platform.command;

import org.flywaydb.core.Flyway;
import picocli.CommandLine;

/// Brings the database to this version without opening the application to anybody. Exit status: 0 done, else as for any
/// start that fails.
@CommandLine.Command(name = "migrate")
public final class MigrateCommand implements EncoursCommand {

    @Override
    public int run(Application application) {
        try (var own = application
                .with("server.port", 0)
                .with("server.address", "127.0.0.1")
                .start()) {
            var info = own.getBean(Flyway.class).info();
            application
                    .out()
                    .println(application.text(
                            "platform.command.migrated",
                            info.applied().length,
                            info.current() == null ? "" : info.current().getVersion()));
        }
        return 0;
    }
}
