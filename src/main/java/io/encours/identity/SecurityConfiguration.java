package io.encours.identity;

import io.encours.platform.web.IdempotencyFilter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
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
    AuthenticationProvider passwordAuthentication(Users users, PasswordEncoder passwords) {
        return new PasswordAuthentication(users, passwords);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            Users users,
            LocalAccess localAccess,
            ApiProblems problems,
            IdempotencyFilter idempotency)
            throws Exception {
        return http.securityMatcher("/api/v1/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ApiTokenFilter(users, localAccess), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(AccessRules::ofTheApi)
                .addFilterAfter(idempotency, AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Users users) throws Exception {
        return http.authorizeHttpRequests(AccessRules::ofThePages)
                .addFilterAfter(new CurrentUserFilter(users), SecurityContextHolderFilter.class)
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureUrl("/sign-in?failed"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), fragmentRequest()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY)))
                .build();
    }

    private static RequestHeaderRequestMatcher fragmentRequest() {
        return new RequestHeaderRequestMatcher("HX-Request", "true");
    }

    /// Authorities of a user: the role, whether the supervisor is open to them and they
    /// lead the collectors, and the scopes of the token. Who may
    /// write may read; executives and guests only read, whatever the token says.
    static List<SimpleGrantedAuthority> authorities(SignedIn user) {
        var authorities = new ArrayList<String>();
        authorities.add("ROLE_" + user.role().name());
        if (user.collects()) {
            authorities.add("COLLECTS");
        }
        if (user.collectionsRole() == CollectionsRole.MANAGER) {
            authorities.add("MANAGES");
        }
        var mayWrite = user.scopes().contains("write");
        if (mayWrite || user.scopes().contains("read")) {
            authorities.add(AccessRules.READ);
        }
        if (mayWrite && user.role() != Role.EXECUTIVE && user.role() != Role.GUEST) {
            authorities.add(AccessRules.WRITE);
        }
        return authorities.stream().map(SimpleGrantedAuthority::new).toList();
    }

    /// Checks login and password; takes the same time whether the login exists or not.
    private record PasswordAuthentication(Users users, PasswordEncoder passwords, String unknown)
            implements AuthenticationProvider {

        PasswordAuthentication(Users users, PasswordEncoder passwords) {
            this(users, passwords, passwords.encode("nobody has this password"));
        }

        @Override
        public Authentication authenticate(Authentication attempt) {
            var password = String.valueOf(attempt.getCredentials());
            var hash = users.passwordHash(attempt.getName());
            var right = passwords.matches(password, hash.orElse(unknown));
            if (!right || hash.isEmpty()) {
                throw new BadCredentialsException("Wrong login or password");
            }
            var user = users.find(attempt.getName()).orElseThrow().signedIn(SignedIn.ALL_SCOPES);
            return new UsernamePasswordAuthenticationToken(user, null, authorities(user));
        }

        @Override
        public boolean supports(Class<?> type) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
        }
    }
}
