package io.encours.platform.backup;

import io.encours.platform.Problem;
import io.encours.platform.backup.Restore.Existing;
import io.encours.platform.command.Application;
import io.encours.platform.command.EncoursCommand;
import io.encours.platform.command.ProgressBar;
import io.encours.platform.database.BareDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine;

/// Brings a backup into an empty data folder or database, while no application is running on it. Exit status: 0 done,
/// 1 not.
@CommandLine.Command(name = "restore")
public final class RestoreCommand implements EncoursCommand {

    @CommandLine.Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--replace")
    private boolean replace;

    @Override
    public int run(Application application) throws IOException, SQLException {
        if (application.runningServer().isPresent()) {
            throw Problem.conflict("platform.restore.inUse");
        }
        application.quiet();
        var bar = ProgressBar.onTheTerminal();
        var name = file.toString();
        var settings = application.settings();
        try (var archive = Archive.open(file)) {
            archive.verify(file, (phase, percent) -> show(bar, name, phase, percent, application));
            Migrations.knows(archive.manifest());
            try (var database = BareDatabase.open(settings)) {
                new Restore(
                                archive,
                                database,
                                settings.data(),
                                (phase, percent) -> show(bar, name, phase, percent, application))
                        .run(replace ? Existing.REPLACED : Existing.KEPT);
            }
            bar.clear();
            var manifest = archive.manifest();
            application
                    .out()
                    .println(application.text(
                            "platform.restore.done",
                            manifest.tables().size(),
                            manifest.rows(),
                            manifest.files().size(),
                            manifest.takenAt(),
                            manifest.software()));
        } finally {
            bar.clear();
        }
        return 0;
    }

    private static void show(ProgressBar bar, String name, String phase, int percent, Application application) {
        bar.show(name, application.text("platform.restore.phase." + phase), percent);
    }
}
