package io.encours.identity;

import io.encours.platform.web.IdempotencyFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/// Two doors: pages with a session, CSRF token and a new session id at sign-in; the API with a bearer token, no
/// session. A page's own calls to the API are not needed: both use the same facades.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none';"
                    + " base-uri 'self'; form-action 'self'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    AuthenticationProvider passwordAuthentication(Users users, PasswordEncoder passwords, SignInGuard guard) {
        return new PasswordAuthentication(users, passwords, guard);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            Tokens tokens,
            LocalAccess localAccess,
            ApiProblems problems,
            IdempotencyFilter idempotency)
            throws Exception {
        return http.securityMatcher("/api/v1/**", "/actuator/prometheus")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ApiTokenFilter(tokens, localAccess), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(AccessRules::ofTheApi)
                .addFilterAfter(idempotency, AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, CurrentUserFilter currentUser, OidcSignIn oidc) throws Exception {
        oidc.openDoor(http);
        return http.authorizeHttpRequests(AccessRules::ofThePages)
                .addFilterAfter(currentUser, SecurityContextHolderFilter.class)
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureHandler(SecurityConfiguration::refuse))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), fragmentRequest()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY)))
                .build();
    }

    /// Back to the form, with the reason.
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var reason = refusal instanceof LockedException
                ? "locked"
                : refusal instanceof PasswordAuthentication.TooMany ? "limited" : "failed";
        response.sendRedirect("/sign-in?" + reason);
    }

    private static RequestHeaderRequestMatcher fragmentRequest() {
        return new RequestHeaderRequestMatcher("HX-Request", "true");
    }

    /// Authorities of a user: the role, whether the supervisor is open to them and they
    /// lead the collectors, and the scopes of the token. Who may
    /// administer may write, who may write may read; executives and guests only read, whatever the token says.
    static List<SimpleGrantedAuthority> authorities(SignedIn user) {
        var authorities = new ArrayList<String>();
        authorities.add("ROLE_" + user.role().name());
        if (user.collects()) {
            authorities.add("COLLECTS");
        }
        if (user.collectionsRole() == CollectionsRole.MANAGER) {
            authorities.add("MANAGES");
        }
        var mayAdminister = user.scopes().contains("admin");
        var mayWrite = mayAdminister || user.scopes().contains("write");
        if (mayAdminister) {
            authorities.add(AccessRules.ADMIN);
        }
        if (user.scopes().contains("machine")) {
            authorities.add(AccessRules.MACHINE);
        }
        if (mayWrite || user.scopes().contains("read")) {
            authorities.add(AccessRules.READ);
        }
        if (mayWrite && user.role() != Role.EXECUTIVE && user.role() != Role.GUEST) {
            authorities.add(AccessRules.WRITE);
        }
        return authorities.stream().map(SimpleGrantedAuthority::new).toList();
    }
}
