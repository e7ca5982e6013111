package io.encours.identity;

import io.encours.platform.EncoursSettings;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Whom passkeys are for: the address of `ENCOURS_BASE_URL`, else this machine. A key made for one host works on no
/// other, and what was signed on a page of another origin is refused.
@Component
class RelyingParty {

    private final EncoursSettings settings;
    private final Environment environment;

    RelyingParty(EncoursSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /// Scheme, host and port, as browsers say it.
    String origin() {
        var address = address();
        var port = address.getPort();
        var usual = port == -1
                || (port == 443 && address.getScheme().equals("https"))
                || (port == 80 && address.getScheme().equals("http"));
        return address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + port);
    }

    String id() {
        return address().getHost();
    }

    /// The port that is really open, which the system may have chosen.
    private URI address() {
        var open = environment.getProperty("local.server.port");
        return URI.create(settings.baseUrl() == null && open != null ? "http://localhost:" + open : settings.address());
    }
}
