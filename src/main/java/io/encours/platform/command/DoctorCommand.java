package io.encours.platform.command;

import java.io.IOException;
import picocli.CommandLine;

/// Looks whether all is well: database, audit trail, balances, plans. Exit status: 0 all is, 1 something is not, 2 it
/// could not be looked at.
@CommandLine.Command(name = "doctor")
public final class DoctorCommand implements EncoursCommand {

    private static final int UNSOUND = 1;
    private static final int REFUSED = 2;

    @Override
    public int run(Application application) throws IOException {
        try (var server = application.server()) {
            var answer = server.get("/api/v1/doctor");
            var report = answer.body();
            if (!answer.isDone() || report == null) {
                System.err.println(answer.refusal());
                return REFUSED;
            }
            report.path("findings")
                    .forEach(finding -> application
                            .out()
                            .println((finding.path("sound").asBoolean() ? "✓ " : "✗ ")
                                    + finding.path("message").asString("")));
            return report.path("sound").asBoolean() ? 0 : UNSOUND;
        }
    }
}
