package io.encours.identity;

import io.encours.platform.EncoursSettings;
import io.encours.platform.OwnerOnly;
import io.encours.platform.command.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Lets the command line speak to the running application as the administrator: whoever may read the data folder's
/// `server.json` (mode 600) owns the data anyway. The token lives as long as the process and is stored nowhere else.
@Component
class LocalAccess {

    /// With the scope that no other token has.
    private static final Set<String> SCOPES =
            Stream.concat(SignedIn.ALL_SCOPES.stream(), Stream.of("machine")).collect(Collectors.toUnmodifiableSet());

    private final EncoursSettings settings;
    private final Environment environment;
    private final Users users;
    private final JsonMapper json;
    private final String token;

    LocalAccess(EncoursSettings settings, Environment environment, Users users, JsonMapper json) {
        this.settings = settings;
        this.environment = environment;
        this.users = users;
        this.json = json;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
    }

    /// The administrator, when the value is the token of this process.
    Optional<SignedIn> byToken(String value) {
        var same =
                MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        return same ? users.administrator().map(user -> user.signedIn(SCOPES)) : Optional.empty();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void write() throws IOException {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        var access = new RunningServer.Access(
                "http://127.0.0.1:" + port, token, ProcessHandle.current().pid());
        Files.createDirectories(settings.data());
        var beside = settings.data().resolve(RunningServer.FILE + ".making");
        Files.deleteIfExists(beside);
        Files.writeString(OwnerOnly.create(beside), json.writeValueAsString(access));
        Files.move(beside, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @EventListener(ContextClosedEvent.class)
    void remove() throws IOException {
        if (Files.exists(file()) && Files.readString(file()).contains(token)) {
            Files.delete(file());
        }
    }

    private Path file() {
        return settings.data().resolve(RunningServer.FILE);
    }
}
