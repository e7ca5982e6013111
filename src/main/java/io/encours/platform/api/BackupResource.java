package io.encours.platform.api;

import io.encours.platform.EncoursSettings;
import io.encours.platform.backup.Backup;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Everything in one archive, for `./encours backup` on the same machine only (`AccessRules`): it holds the hashes of
/// the passwords. Written as it is read; an archive that was cut off is seen to be by its reader.
@Hidden
@RestController
@RequestMapping("/api/v1/backup")
class BackupResource {

    private final DataSource database;
    private final EncoursSettings settings;
    private final Clock clock;

    BackupResource(DataSource database, EncoursSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    void backup(HttpServletResponse response) throws IOException, SQLException {
        response.setContentType("application/zip");
        response.setHeader("Cache-Control", "no-store");
        try (var connection = database.getConnection()) {
            new Backup(settings.data(), Backup.software(), clock.instant())
                    .write(connection, response.getOutputStream());
        }
    }
}
