package io.encours.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Sign-in by OpenID Connect (authorization code with PKCE): whom the provider vouches for is looked up among the
/// users; nobody is made. From there on the session is as any other, and nothing of the provider's tokens is kept.
@Component
class OidcSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

    private final OidcProvider provider;
    private final OidcSettings settings;
    private final Users users;
    private final PageSessions sessions;

    OidcSignIn(OidcProvider provider, OidcSettings settings, Users users, PageSessions sessions) {
        this.provider = provider;
        this.settings = settings;
        this.users = users;
        this.sessions = sessions;
    }

    void openDoor(HttpSecurity http) throws Exception {
        if (provider.isConfigured()) {
            http.oauth2Login(this::configure);
        }
    }

    private void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/sign-in")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(start -> start.baseUri("/sign-in/with"))
                .redirectionEndpoint(back -> back.baseUri("/sign-in/from/*"))
                .successHandler(this::vouchedFor)
                .failureHandler(OidcSignIn::failed);
    }

    private void vouchedFor(HttpServletRequest request, HttpServletResponse response, Authentication vouched)
            throws IOException, jakarta.servlet.ServletException {
        var user = vouched.getPrincipal() instanceof OidcUser person ? find(person) : Optional.<Users.User>empty();
        if (user.isEmpty()) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect("/sign-in?unknown");
            return;
        }
        var signedIn = users.signedInNow(user.get().login());
        sessions.begin(signedIn, request, response);
    }

    /// An address the provider has not verified vouches for nobody, and one that several users have for none of them.
    private Optional<Users.User> find(OidcUser person) {
        var value = person.getClaimAsString(settings.claim());
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (!settings.claim().equals(OidcSettings.EMAIL)) {
            return users.find(value).filter(Users.User::active);
        }
        return Boolean.FALSE.equals(person.getEmailVerified()) ? Optional.empty() : users.byEmail(value);
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        LOG.warn("Sign-in by the provider failed: {}", refusal.getMessage());
        response.sendRedirect("/sign-in?provider");
    }

    /// Encours asks the provider who somebody is, once, and for nothing afterwards.
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
    }
}
