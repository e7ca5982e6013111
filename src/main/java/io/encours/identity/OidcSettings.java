package io.encours.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Sign-in by an OpenID Connect provider (`ENCOURS_OIDC_ISSUER` …); without an issuer there is none.
///
/// @param issuer address whose `/.well-known/openid-configuration` describes the provider
/// @param name of the provider, as the button says it; null: the issuer's host
/// @param claim which names the user: `email`, compared with the user's, or any other, compared with the login
@ConfigurationProperties("encours.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String name,
        @DefaultValue("email") String claim) {

    static final String EMAIL = "email";

    boolean isConfigured() {
        return issuer != null && !issuer.isBlank() && clientId != null && !clientId.isBlank();
    }
}
