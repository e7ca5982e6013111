package io.encours.platform.command;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine;

/// Does for a moment what a server does, so that Java can note which classes a start needs (docs/decisions/0014). The
/// launcher calls it on a data folder of its own.
@CommandLine.Command(name = "train", hidden = true)
public final class TrainCommand implements EncoursCommand {

    private static final List<String> PAGES =
            List.of("/sign-in", "/", "/assets/app.css", "/api/v1/companies", "/api/v1/items", "/actuator/health");

    @Override
    public int run(Application application) throws IOException {
        try (var server = application.server()) {
            for (var page : PAGES) {
                server.get(page);
            }
        }
        return 0;
    }
}
