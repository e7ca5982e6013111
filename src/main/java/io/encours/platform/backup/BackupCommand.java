package io.encours.platform.backup;

import io.encours.platform.OwnerOnly;
import io.encours.platform.PlatformConfiguration;
import io.encours.platform.Problem;
import io.encours.platform.command.Application;
import io.encours.platform.command.EncoursCommand;
import io.encours.platform.command.ProgressBar;
import io.encours.platform.database.BareDatabase;
import io.encours.platform.web.Formats;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine;

/// Saves everything in one file of mode 600, which has its name only when it is whole and was read again. Asks the
/// running application, else opens the database itself. Exit status: 0 saved, 1 not.
@CommandLine.Command(name = "backup")
public final class BackupCommand implements EncoursCommand {

    @CommandLine.Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Override
    public int run(Application application) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw Problem.conflict("platform.backup.exists", file.toString());
        }
        var bar = ProgressBar.onTheTerminal();
        var name = file.getFileName().toString();
        var making = file.resolveSibling(name + ".making");
        Files.deleteIfExists(making);
        OwnerOnly.create(making).toFile().deleteOnExit();
        try {
            try (var target = new FileOutputStream(making.toFile());
                    var shown = new Shown(target, bar, name, application)) {
                save(application, shown);
                shown.flush();
                target.getFD().sync();
            }
            try (var archive = Archive.open(making)) {
                archive.verify(
                        file,
                        (phase, percent) ->
                                bar.show(name, application.text("platform.restore.phase." + phase), percent));
                bar.clear();
                Files.move(making, file);
                report(archive.manifest(), application);
            }
        } finally {
            bar.clear();
            Files.deleteIfExists(making);
        }
        return 0;
    }

    private static void save(Application application, OutputStream target) throws IOException, SQLException {
        var running = application.runningServer();
        if (running.isPresent()) {
            try (var server = running.get()) {
                server.download("/api/v1/backup", target);
            }
            return;
        }
        var settings = application.settings();
        if (!BareDatabase.exists(settings)) {
            throw Problem.refused("platform.backup.nothing");
        }
        application.quiet();
        try (var database = BareDatabase.open(settings);
                var connection = database.connect()) {
            new Backup(
                            settings.data(),
                            Backup.software(),
                            PlatformConfiguration.clock().instant())
                    .write(connection, target);
        }
    }

    private void report(Manifest manifest, Application application) throws IOException {
        var formats = new Formats(application.locale());
        application
                .out()
                .println(application.text(
                        "platform.backup.done",
                        file,
                        megabytes(formats, Files.size(file)),
                        manifest.tables().size(),
                        manifest.rows(),
                        manifest.files().size()));
        manifest.leftOut()
                .forEach(table -> application.out().println("  " + application.text("platform.backup.leftOut", table)));
    }

    private static String megabytes(Formats formats, long bytes) {
        return formats.amount(BigDecimal.valueOf(bytes, 6));
    }

    /// Tells how much has been written.
    private static final class Shown extends FilterOutputStream {

        private static final long STEP = 1 << 20;

        private final ProgressBar bar;
        private final String name;
        private final Application application;
        private final Formats formats;
        private long written;

        Shown(OutputStream out, ProgressBar bar, String name, Application application) {
            super(out);
            this.bar = bar;
            this.name = name;
            this.application = application;
            this.formats = new Formats(application.locale());
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
            var before = written / STEP;
            written += length;
            if (written / STEP > before) {
                bar.note(name, application.text("platform.backup.written", megabytes(formats, written)));
            }
        }
    }
}
