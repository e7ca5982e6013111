package io.encours.identity.command;

import io.encours.platform.command.Application;
import io.encours.platform.command.EncoursCommand;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// Makes an API token and prints it, alone on its line. Exit status: 0 made, 2 refused.
@CommandLine.Command(name = "token")
public final class TokenCommand implements EncoursCommand {

    private static final int REFUSED = 2;

    @CommandLine.Parameters(paramLabel = "USER")
    private String user = "";

    @CommandLine.Option(names = "--scope", required = true, split = ",", paramLabel = "S")
    private List<String> scopes = List.of();

    @Override
    public int run(Application application) throws IOException {
        var draft = JsonMapper.shared().createObjectNode();
        scopes.forEach(draft.putArray("scopes")::add);
        draft.put("label", application.text("identity.command.token.label"));
        var login = URLEncoder.encode(user, StandardCharsets.UTF_8);
        try (var server = application.server()) {
            var answer = server.post("/api/v1/users/" + login + "/tokens", draft);
            if (!answer.isDone() || answer.body() == null) {
                System.err.println(answer.refusal());
                return REFUSED;
            }
            application.out().println(answer.body().path("token").asString());
            return 0;
        }
    }
}
