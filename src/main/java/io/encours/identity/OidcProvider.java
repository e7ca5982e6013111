package io.encours.identity;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/// The configured OpenID Connect provider. What it publishes of itself is read when somebody first signs in by it, so
/// that Encours starts while the provider is away.
@Component
public class OidcProvider implements ClientRegistrationRepository {

    static final String ID = "oidc";

    private final OidcSettings settings;
    private volatile @Nullable ClientRegistration known;

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
    }

    boolean isConfigured() {
        return settings.isConfigured();
    }

    /// As the button says it; empty: none is configured.
    public Optional<String> name() {
        return isConfigured()
                ? Optional.of(Objects.requireNonNullElseGet(
                        settings.name(),
                        () -> URI.create(Objects.requireNonNull(settings.issuer()))
                                .getHost()))
                : Optional.empty();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID) || !isConfigured()) {
            return null;
        }
        var registration = known;
        if (registration == null) {
            registration = ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                    .registrationId(ID)
                    .clientId(Objects.requireNonNull(settings.clientId()))
                    .clientSecret(Objects.requireNonNullElse(settings.clientSecret(), ""))
                    .scope("openid", "email", "profile")
                    .redirectUri("{baseUrl}/sign-in/from/{registrationId}")
                    .build();
            known = registration;
        }
        return registration;
    }
}
